package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.time.Instant;
import java.util.function.Function;

/// What one line of a listing tells.
public sealed interface ListedLine {
  /// An entry of the directory.
  ///
  /// @param lines how many lines told it: VMS wraps long ones, and the first part was [Unread]
  /// @param exact whether the size counts the octets of a transfer; some systems tell blocks
  record Entry(FileEntry entry, int lines, boolean exact) implements ListedLine {}

  /// A line that belongs to a listing and tells no entry: a headline, a total, `.` and `..`.
  record Remark() implements ListedLine {}

  /// A line that could not be read, or one with a name that is not safe.
  record Unread() implements ListedLine {}

  static ListedLine remark() {
    return new Remark();
  }

  static ListedLine unread() {
    return new Unread();
  }

  /// A line that tells this name; every name passes here.
  static ListedLine named(String name, Function<FileName, FileEntry> entry) {
    if (name.equals(".") || name.equals("..")) {
      return remark();
    }
    return FileName.isValid(name) ? new Entry(entry.apply(new FileName(name)), 1, true) : unread();
  }

  /// The same for a system that tells no permissions; only a file or a link keeps its size.
  static ListedLine named(String name, FileKind kind, long size, Instant modified) {
    return named(
        name,
        valid ->
            switch (kind) {
              case DIRECTORY -> FileEntry.directory(valid, modified);
              case FILE -> FileEntry.file(valid, size, modified);
              case LINK -> new FileEntry(valid, kind, size, modified, 0777, "");
              case OTHER -> new FileEntry(valid, kind, 0, modified, 0644, "");
            });
  }

  /// This line, told as one whose size is an estimate; where it is 0, nobody knows it.
  default ListedLine inexact() {
    return this instanceof Entry(FileEntry entry, int lines, _)
        ? new Entry(entry.size() == 0 ? entry.withoutSize() : entry, lines, false)
        : this;
  }
}
