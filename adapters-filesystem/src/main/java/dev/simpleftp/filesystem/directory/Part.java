package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// An unfinished file: open for writing, and later moved to its place or given up.
///
/// @param directory where it stands; belongs to somebody else
/// @param file positioned where the new bytes begin
/// @param lock of a file that stays when it is given up, so that other programs may come to write
///   it
record Part(Directory directory, Path name, FileChannel file, Optional<PartLock> lock) {

  /// Makes a part that must not exist yet.
  static Part create(Directory directory, Path name) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    return new Part(directory, name, directory.openFile(name, options), Optional.empty());
  }

  /// Copies the beginning and the permissions of the old file.
  void adopt(Target target, long octets) throws IOException {
    if (octets > 0) {
      copy(target, octets);
    }
    if (target.old().isPresent()) {
      directory.setMode(name, target.old().get().mode());
    }
  }

  private void copy(Target target, long octets) throws IOException {
    var read = Set.of(StandardOpenOption.READ);
    try (FileChannel old = target.parent().openFile(target.name(), read)) {
      copy(old, octets);
    } catch (IOException e) {
      throw StoreErrors.writing(e);
    }
  }

  private void copy(FileChannel old, long octets) throws IOException {
    long copied = 0;
    while (copied < octets) {
      long step = old.transferTo(copied, octets - copied, file);
      if (step <= 0) {
        throw new StoreFailure("The old file shrank while it was copied.");
      }
      copied += step;
    }
  }

  /// @throws StoreFailure the name does not belong to this part any more
  void moveTo(Target target) throws IOException {
    if (!isAtItsName()) {
      throw new StoreFailure(
          "'%s' was replaced by another program while it was written; copy the file again."
              .formatted(name));
    }
    directory.move(name, target.parent(), target.name());
  }

  private boolean isAtItsName() throws IOException {
    return lock.isEmpty() || lock.get().isAt(directory, name);
  }

  /// Ends the writing.
  void close() throws IOException {
    try {
      file.close();
    } finally {
      lock.ifPresent(PartLock::release);
    }
  }

  /// Gives the part up. One that may be continued stays unless it is empty.
  void discard() throws IOException {
    try (file) {
      if (!stays()) {
        delete();
      }
    } finally {
      lock.ifPresent(PartLock::release);
    }
  }

  private boolean stays() throws IOException {
    return lock.isPresent()
        && (PathJail.find(directory, name).map(Stat::size).orElse(0L) > 0 || !isAtItsName());
  }

  private void delete() throws IOException {
    try {
      directory.deleteFile(name);
    } catch (NoSuchFileException _) {
      // Somebody has tidied up already.
    }
  }
}
