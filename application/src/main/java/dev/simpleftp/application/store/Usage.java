package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// How many octets the files of one home take, those on their way included.
///
/// All sessions in the home share it; thread-safe.
public final class Usage {
  private final Lock changes = new ReentrantLock();
  private boolean counted;
  private long octets;

  /// Counts what is there, unless that has been done; others in this home wait meanwhile.
  ///
  /// @param home a store whose root is the home
  public void count(FileStore home) throws IOException {
    changes.lock();
    try {
      if (!counted) {
        add(sizeBelowRoot(home));
        counted = true;
      }
    } finally {
      changes.unlock();
    }
  }

  /// Octets in use now.
  public synchronized long octets() {
    return octets;
  }

  /// Held by whoever looks at a size and then changes the tree, so that no octet counts twice.
  Lock changes() {
    return changes;
  }

  /// Takes so many more; giving some back (a negative count) always works.
  ///
  /// @return whether they fit below the limit
  synchronized boolean take(long count, long limit) {
    if (count > 0 && count > limit - octets) {
      return false;
    }
    octets += count;
    return true;
  }

  synchronized void add(long count) {
    octets += count;
  }

  private static long sizeBelowRoot(FileStore home) throws IOException {
    long[] sum = new long[1];
    Deque<FilePath> directories = new ArrayDeque<>();
    directories.add(FilePath.ROOT);
    while (!directories.isEmpty()) {
      FilePath directory = directories.removeLast();
      addEntries(
          home,
          directory,
          entry -> {
            if (entry.isDirectory()) {
              directories.add(directory.child(entry.name()));
            }
            sum[0] += entry.isFile() ? entry.size() : 0;
          });
    }
    return sum[0];
  }

  /// A directory that nobody may read, or that has just gone, takes nothing.
  private static void addEntries(FileStore home, FilePath directory, Listing.Visitor visitor)
      throws IOException {
    try (Listing listing = home.list(directory)) {
      listing.forEach(visitor);
    } catch (Refused _) {
      // What cannot be listed cannot be counted.
    }
  }

  /// The octets of the file at this path; 0 when there is none.
  static long sizeOf(FileStore store, FilePath path) throws IOException {
    try {
      FileEntry entry = store.describe(path);
      return entry.isFile() ? entry.size() : 0;
    } catch (Refused _) {
      return 0;
    }
  }
}
