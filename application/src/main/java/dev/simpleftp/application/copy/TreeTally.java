package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/// What a mirror has done so far; all its threads count here.
final class TreeTally {
  private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
  private final List<CopyTree.Trouble> troubles = new ArrayList<>();

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
    counts.addAndGet(count.ordinal(), number);
  }

  long of(Count count) {
    return counts.get(count.ordinal());
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
