package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.DigestFile.Question;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.TreeEdit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Digests of files that are known not to have changed since; the least used one goes first.
///
/// A file is known by what its store says is unique to it, its size and its time of modification.
/// Without the first it is not remembered at all. Thread-safe.
final class DigestCache {
  /// The clock of a file system ticks coarsely: a file may change twice within one tick.
  private static final Duration RACY = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final Map<Key, Digest> digests;

  /// @param most digests it remembers
  DigestCache(InstantSource clock, int most) {
    this.clock = clock;
    this.digests =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Digest> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<Digest> find(FileEntry file, Question question) {
    return Optional.ofNullable(digests.get(new Key(file, question)));
  }

  /// Where the digest of this file may be kept; asked before the file is read.
  Place place(FileEntry file, Question question) {
    boolean steady = file.modified().isBefore(clock.instant().minus(RACY));
    return file.unique().isEmpty() || !steady
        ? _ -> {}
        : digest -> keep(new Key(file, question), digest);
  }

  /// Forgets every file of this second when somebody is about to give a file a time: a new file
  /// with the number, the size and now the time of a removed one would pass for it.
  synchronized void before(TreeEdit edit) {
    if (edit instanceof TreeEdit.Modify(var _, var modified)) {
      digests.keySet().removeIf(key -> sameSecond(key.modified, modified));
    }
  }

  private synchronized void keep(Key key, Digest digest) {
    digests.put(key, digest);
  }

  private static boolean sameSecond(Instant one, Instant other) {
    return one.getEpochSecond() == other.getEpochSecond();
  }

  /// Takes a digest when it is there.
  @FunctionalInterface
  interface Place {
    void keep(Digest digest);
  }

  private record Key(String unique, long size, Instant modified, Question question) {
    Key(FileEntry file, Question question) {
      this(file.unique(), file.size(), file.modified(), question);
    }
  }
}
