package dev.simpleftp.domain;

/// One change to the tree that moves no content.
public sealed interface TreeEdit {
  record MakeDirectory(FilePath path) implements TreeEdit {}

  record RemoveFile(FilePath path) implements TreeEdit {}

  /// Removes an empty directory.
  record RemoveDirectory(FilePath path) implements TreeEdit {}

  /// Renames or moves; a file that stands at the new name is replaced.
  record Rename(FilePath from, FilePath to) implements TreeEdit {}
}
