package dev.simpleftp.filesystem.memory;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// What stands under a name in memory. Changed under the lock of its tree, listed without it.
sealed interface Node {

  FileEntry entry(FileName name);

  /// A file; new content makes a new node.
  record File(long id, Content content, Instant modified) implements Node {
    private static final int MODE = 0644;

    @Override
    public FileEntry entry(FileName name) {
      return new FileEntry(
          name, FileKind.FILE, content.size(), modified, MODE, Long.toHexString(id));
    }
  }

  /// A directory. Two are the same only if they are one.
  final class Directory implements Node {
    private static final int MODE = 0755;

    private final long id;
    private final Map<FileName, Node> children = new ConcurrentSkipListMap<>();
    private volatile Instant modified;
    private boolean removed;

    Directory(long id, Instant modified) {
      this.id = id;
      this.modified = modified;
    }

    Map<FileName, Node> children() {
      return children;
    }

    void touch(Instant now) {
      modified = now;
    }

    void markRemoved() {
      removed = true;
    }

    boolean isRemoved() {
      return removed;
    }

    @Override
    public FileEntry entry(FileName name) {
      return new FileEntry(name, FileKind.DIRECTORY, 0, modified, MODE, Long.toHexString(id));
    }
  }
}
