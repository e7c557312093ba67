package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Goes through a tree, each directory before what is in it. Links are met, never followed; a tree
/// without an end is given up.
final class TreeWalk {
  private static final int DEEPEST = 256;
  private static final long MOST = 1_000_000;

  /// Octets that an entry may take with the path that leads to it.
  private static final long BYTES_AN_ENTRY = 2048;

  private final Lister lister;
  private final Cancellation cancellation;

  TreeWalk(Lister lister, Cancellation cancellation) {
    this.lister = lister;
    this.cancellation = cancellation;
  }

  /// Reads one directory.
  interface Lister {
    List<FileEntry> read(Session session, FilePath path) throws IOException;
  }

  /// Meets one entry.
  interface Visitor {
    void visit(Found found) throws IOException;
  }

  /// An entry and where it is.
  record Found(FilePath path, FileEntry entry) {}

  /// As many entries as this machine has memory for.
  static long mostKept() {
    return Math.min(MOST, Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY);
  }

  /// A tree of which this many entries have to be remembered is given up.
  static void requireRoomFor(long kept) throws StoreFailure {
    if (kept > mostKept()) {
      throw new StoreFailure(
          "The tree has more entries than fit into memory, which are %d; it was given up."
              .formatted(mostKept()));
    }
  }

  /// Visits this entry and all below it.
  void walk(Session session, Found top, Visitor visitor) throws IOException {
    Deque<Found> waiting = new ArrayDeque<>();
    waiting.push(top);
    for (long met = 0; !waiting.isEmpty(); met++) {
      cancellation.check();
      Found next = waiting.pop();
      requireEnd(top, next, met);
      visitor.visit(next);
      if (next.entry().isDirectory()) {
        List<FileEntry> inside = lister.read(session, next.path());
        requireRoomFor(waiting.size() + inside.size());
        inside
            .reversed()
            .forEach(entry -> waiting.push(new Found(next.path().child(entry.name()), entry)));
      }
    }
  }

  private static void requireEnd(Found top, Found next, long met) throws StoreFailure {
    int depth = next.path().names().size() - top.path().names().size();
    if (depth > DEEPEST || met > MOST) {
      throw new StoreFailure(
          "The tree has more than %d levels or %d entries; it was given up."
              .formatted(DEEPEST, MOST));
    }
  }
}
