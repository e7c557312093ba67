package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write an unfinished file that stands where every program sees it. It ends with the
/// channel and [#release()].
///
/// The operating system drops a process's lock as soon as the process closes *any* descriptor of
/// the file. So the files that are written here are kept by their number, and none is opened a
/// second time. Where a file system knows no locks, other programs are not kept out.
///
/// @param unique of the file that is open; empty where files have no number
record PartLock(String unique) {
  private static final Set<String> WRITTEN_HERE = ConcurrentHashMap.newKeySet();

  /// An unfinished file that nobody else writes, with its old content.
  record Locked(FileChannel file, PartLock lock) {}

  /// Opens the file, or makes it when `old` is empty, and takes the lock before anything is
  /// changed.
  ///
  /// @param old what stands at the name
  /// @throws Refused BUSY when somebody else writes it, or has just made or moved it
  static Locked open(Directory directory, Path name, Optional<Stat> old) throws IOException {
    String there = old.map(Stat::unique).orElse("");
    if (!there.isEmpty() && !WRITTEN_HERE.add(there)) {
      throw busy(name);
    }
    try {
      return old.isPresent() ? reopen(directory, name, there) : create(directory, name);
    } catch (IOException e) {
      WRITTEN_HERE.remove(there);
      throw e;
    }
  }

  private static Locked reopen(Directory directory, Path name, String there) throws IOException {
    FileChannel file;
    try {
      file = directory.openFile(name, Set.of(StandardOpenOption.WRITE));
    } catch (NoSuchFileException _) {
      throw busy(name);
    }
    return locked(file, directory, name, new PartLock(there));
  }

  private static Locked create(Directory directory, Path name) throws IOException {
    FileChannel file;
    try {
      file =
          directory.openFile(name, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    } catch (FileAlreadyExistsException _) {
      throw busy(name);
    }
    String made = PathJail.find(directory, name).map(Stat::unique).orElse("");
    if (!made.isEmpty() && !WRITTEN_HERE.add(made)) {
      file.close();
      throw busy(name);
    }
    var lock = new PartLock(made);
    try {
      return locked(file, directory, name, lock);
    } catch (IOException e) {
      lock.release();
      throw e;
    }
  }

  private static Locked locked(FileChannel file, Directory directory, Path name, PartLock lock)
      throws IOException {
    boolean ours = false;
    try {
      ours = isFree(file) && lock.isAt(directory, name);
    } finally {
      if (!ours) {
        file.close();
      }
    }
    if (!ours) {
      throw busy(name);
    }
    return new Locked(file, lock);
  }

  private static boolean isFree(FileChannel file) {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    } catch (IOException _) {
      return true; // There are no locks on this file system.
    }
  }

  /// Leaves a file alone that is written here: closing it would drop the lock.
  ///
  /// @throws Refused BUSY
  static void requireNotWritten(Stat file, Path name) throws Refused {
    if (WRITTEN_HERE.contains(file.unique())) {
      throw new Refused(
          Refusal.BUSY, "Another transfer of this program is writing '%s'".formatted(name));
    }
  }

  /// Whether the file that is open still has this name.
  boolean isAt(Directory directory, Path name) throws IOException {
    return PathJail.find(directory, name).filter(now -> now.unique().equals(unique)).isPresent();
  }

  void release() {
    WRITTEN_HERE.remove(unique);
  }

  private static Refused busy(Path name) {
    return new Refused(Refusal.BUSY, "Another program is writing '%s'".formatted(name));
  }
}
