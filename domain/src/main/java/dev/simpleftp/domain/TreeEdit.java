package dev.simpleftp.domain;

import java.time.Instant;

/// One change to the tree that moves no content.
public sealed interface TreeEdit {
  record MakeDirectory(FilePath path) implements TreeEdit {}

  record RemoveFile(FilePath path) implements TreeEdit {}

  /// Removes an empty directory.
  record RemoveDirectory(FilePath path) implements TreeEdit {}

  /// Renames or moves; a file that stands at the new name is replaced.
  record Rename(FilePath from, FilePath to) implements TreeEdit {}

  /// Says when the content last changed.
  record Modify(FilePath path, Instant modified) implements TreeEdit {}

  /// Changes the nine POSIX permission bits.
  record ChangeMode(FilePath path, int mode) implements TreeEdit {
    public ChangeMode {
      if ((mode & ~0777) != 0) {
        throw new IllegalArgumentException("A mode has nine bits.");
      }
    }
  }
}
