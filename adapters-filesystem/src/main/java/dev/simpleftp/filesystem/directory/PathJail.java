package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Walks from the root down, one open directory after the other, and never leaves it.
final class PathJail {
  private static final Path SELF = Path.of(".");

  private final Directory root;

  /// @param root not closed by the walkers
  PathJail(Directory root) {
    this.root = root;
  }

  /// Opens the directory of this path.
  ///
  /// @param otherwise the refusal when something else than a directory stands on the way
  Directory walk(FilePath directory, Refusal otherwise) throws IOException {
    Directory at = root;
    for (FileName name : directory.names()) {
      at = step(at, NativeNames.path(name), otherwise);
    }
    return at;
  }

  /// Opens a directory anew, so that its entries can be read.
  Directory openForListing(FilePath path) throws IOException {
    if (path.isRoot()) {
      return root.open(SELF);
    }
    try (Directory parent = walk(path.parent(), Refusal.NOT_FOUND)) {
      return child(parent, NativeNames.path(path.name()), Refusal.NOT_A_DIRECTORY);
    }
  }

  /// What stands at this path.
  Stat stat(FilePath path) throws IOException {
    if (path.isRoot()) {
      return root.stat();
    }
    try (Directory parent = walk(path.parent(), Refusal.NOT_FOUND)) {
      return parent.stat(NativeNames.path(path.name()));
    }
  }

  /// What stands under this name, if anything does.
  static Optional<Stat> find(Directory directory, Path name) throws IOException {
    try {
      return Optional.of(directory.stat(name));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static Directory step(Directory from, Path name, Refusal otherwise) throws IOException {
    try (from) {
      return child(from, name, otherwise);
    }
  }

  private static Directory child(Directory from, Path name, Refusal otherwise) throws IOException {
    try {
      return from.open(name);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException e) {
      if (StoreErrors.saysNoDirectory(e) || !from.stat(name).isDirectory()) {
        throw new Refused(otherwise);
      }
      throw e;
    }
  }
}
