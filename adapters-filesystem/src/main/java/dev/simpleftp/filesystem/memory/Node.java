package dev.simpleftp.filesystem.memory;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What stands under a name in memory. Guarded by the lock of its tree.
sealed interface Node {

  FileEntry entry(FileName name);

  /// A file; whatever changes in it makes a new node.
  record File(long id, Content content, Instant modified, int mode) implements Node {
    private static final int MODE = 0644;

    File(long id, Content content, Instant modified) {
      this(id, content, modified, MODE);
    }

    File withModified(Instant time) {
      return new File(id, content, time, mode);
    }

    File withMode(int newMode) {
      return new File(id, content, modified, newMode);
    }

    @Override
    public FileEntry entry(FileName name) {
      return new FileEntry(
          name, FileKind.FILE, content.size(), modified, mode, Long.toHexString(id));
    }
  }

  /// A directory. Two are the same only if they are one.
  final class Directory implements Node {
    private static final int MODE = 0755;

    private final long id;
    private final Map<FileName, Node> children = new LinkedHashMap<>();
    private Instant modified;
    private int mode = MODE;
    private boolean removed;

    Directory(long id, Instant modified) {
      this.id = id;
      this.modified = modified;
    }

    Map<FileName, Node> children() {
      return children;
    }

    void touch(Instant time) {
      modified = time;
    }

    void mode(int newMode) {
      mode = newMode;
    }

    void markRemoved() {
      removed = true;
    }

    boolean isRemoved() {
      return removed;
    }

    @Override
    public FileEntry entry(FileName name) {
      return new FileEntry(name, FileKind.DIRECTORY, 0, modified, mode, Long.toHexString(id));
    }
  }
}
