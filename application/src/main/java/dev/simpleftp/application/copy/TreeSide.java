package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// One of the two trees, as the thread that compares them uses it. Paths count from its root.
///
/// A session that is lost is opened again, as often as the copy of a file would try.
final class TreeSide {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final CopyFile.Side side;
  private final CopyFile.Place place;
  private final CopyFile.Retries retries;
  private final CopyTree.TreeListener listener;
  private final TreeTally tally;
  private final int mostEntries;
  private long unread;

  TreeSide(CopyFile.Side side, TreeRun run) {
    this.side = side;
    this.place = side == CopyFile.Side.SOURCE ? run.order().from() : run.order().to();
    this.tally = run.tally();
    this.retries = run.options().files().retries();
    this.listener = run.listener();
    this.mostEntries = run.limits().entries();
  }

  /// Where this path lies in the store.
  FilePath at(FilePath path) {
    return path.under(place.path());
  }

  /// The entries of a directory by name, with the store free again for the next question.
  ///
  /// @throws StoreFailure when there are more than is believed
  NavigableMap<FileName, FileEntry> list(FilePath directory) throws IOException {
    return ask(store -> {
      NavigableMap<FileName, FileEntry> entries = new TreeMap<>();
      try (Listing listing = store.list(at(directory))) {
        listing.forEach(entry -> collect(entry, entries));
        unread = listing.unread();
      }
      entries.remove(FileName.ROOT);
      return entries;
    });
  }

  /// How many entries of the last listing could not be read.
  long unread() {
    return unread;
  }

  private void collect(FileEntry entry, NavigableMap<FileName, FileEntry> entries)
      throws IOException {
    TreeFailure.requireWanted();
    if (entries.size() >= mostEntries) {
      throw new StoreFailure(
          "The directory has more than " + mostEntries + " entries; it was given up.");
    }
    entries.putIfAbsent(entry.name(), entry);
  }

  FileEntry describe(FilePath path) throws IOException {
    return ask(store -> store.describe(at(path)));
  }

  /// Asks the store, with a new session and a pause as often as the line breaks.
  <T> T ask(Question<T> question) throws IOException {
    int attempt = 0;
    Duration pause = retries.first();
    while (true) {
      TreeFailure.requireWanted();
      try {
        return question.of(place.endpoint().session().store());
      } catch (IOException e) {
        TreeFailure.requireWanted();
        forgetLost(e);
        attempt++;
        if (!TreeFailure.isPassing(e) || attempt > retries.most()) {
          tally.blame(side, e);
          throw e;
        }
        pause(pause, attempt, e);
        pause = shorter(pause.multipliedBy(2), retries.longest());
      }
    }
  }

  private void forgetLost(IOException e) {
    if (TreeFailure.endsSession(e)) {
      place.endpoint().drop();
    }
  }

  private void pause(Duration pause, int attempt, IOException cause) throws IOException {
    long end = System.nanoTime() + pause.toNanos();
    Duration left = pause;
    while (left.isPositive()) {
      listener.waits(left, attempt, cause);
      LockSupport.parkNanos(shorter(left, SECOND).toNanos());
      TreeFailure.requireWanted();
      left = Duration.ofNanos(end - System.nanoTime());
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// What is asked of a store.
  @FunctionalInterface
  interface Question<T> {
    T of(FileStore store) throws IOException;
  }
}
