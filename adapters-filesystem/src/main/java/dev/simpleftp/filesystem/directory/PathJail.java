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

  /// Changes what is said of a file or directory, the root included.
  ///
  /// Nothing else is touched: setting an attribute opens the entry, and that waits for a writer
  /// where it is a pipe.
  ///
  /// @return the path
  /// @throws Refused DENIED for anything but a file or directory, such as a link
  FilePath change(FilePath path, Change change) throws IOException {
    if (path.isRoot()) {
      change.apply(root, SELF);
      return path;
    }
    try (Directory parent = walk(path.parent(), Refusal.NOT_FOUND)) {
      Path name = NativeNames.path(path.name());
      Stat now = parent.stat(name);
      if (!now.isFile() && !now.isDirectory()) {
        throw new Refused(Refusal.DENIED);
      }
      change.apply(parent, name);
      return path;
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

  /// Changes what is said of an entry.
  @FunctionalInterface
  interface Change {
    void apply(Directory parent, Path name) throws IOException;
  }
}
