package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What a mirror has done so far; all its threads count here.
final class TreeTally {
  private final Map<Count, LongAdder> counts = new ConcurrentHashMap<>();
  private final List<CopyTree.Trouble> troubles = new ArrayList<>();
  private final Map<IOException, CopyFile.Side> blamed =
      Collections.synchronizedMap(new WeakHashMap<>());

  /// What is counted.
  enum Count {
    ENTRIES,
    FILES_TO_COPY,
    OCTETS_TO_COPY,
    DIRECTORIES,
    COPIED,
    OCTETS,
    UNCHANGED,
    REMOVED,
    SKIPPED,
    FAILED
  }

  void add(Count count, long number) {
    counts.computeIfAbsent(count, _ -> new LongAdder()).add(number);
  }

  long of(Count count) {
    LongAdder counter = counts.get(count);
    return counter == null ? 0 : counter.sum();
  }

  /// Remembers the side that a failure comes from.
  void blame(CopyFile.Side side, IOException cause) {
    blamed.put(cause, side);
  }

  Optional<CopyFile.Side> sideOf(IOException cause) {
    return Optional.ofNullable(blamed.get(cause));
  }

  void trouble(FilePath path, IOException cause) {
    add(Count.FAILED, 1);
    synchronized (troubles) {
      if (troubles.size() < CopyTree.Report.MOST_TROUBLES) {
        troubles.add(new CopyTree.Trouble(path, cause));
      }
    }
  }

  CopyTree.Report report() {
    synchronized (troubles) {
      return new CopyTree.Report(
          of(Count.DIRECTORIES),
          of(Count.COPIED),
          of(Count.OCTETS),
          of(Count.UNCHANGED),
          of(Count.REMOVED),
          of(Count.SKIPPED),
          of(Count.FAILED),
          troubles);
    }
  }
}
