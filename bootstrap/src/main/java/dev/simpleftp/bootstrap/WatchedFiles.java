package dev.simpleftp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/// Files that others may change, by writing or by putting another in their place.
///
/// Looks at time, size and identity of each file; a watch on directories would miss changes behind
/// links and on network file systems. Belongs to one thread.
final class WatchedFiles {
  private final List<Path> files;
  private List<Optional<Stamp>> known;
  private List<Optional<Stamp>> last;

  WatchedFiles(List<Path> files) {
    this.files = List.copyOf(files);
    this.known = stamps();
    this.last = known;
  }

  /// What they are now is known.
  void remember() {
    known = stamps();
    last = known;
  }

  /// Whether they are others than those known, and were left in peace since the last look: an
  /// editor may still be writing.
  boolean haveChanged() {
    List<Optional<Stamp>> now = stamps();
    boolean settled = now.equals(last);
    last = now;
    return settled && !now.equals(known);
  }

  private List<Optional<Stamp>> stamps() {
    return files.stream().map(WatchedFiles::stamp).toList();
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              attributes.lastModifiedTime(),
              attributes.size(),
              Optional.ofNullable(attributes.fileKey())));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private record Stamp(FileTime modified, long size, Optional<Object> key) {}
}
