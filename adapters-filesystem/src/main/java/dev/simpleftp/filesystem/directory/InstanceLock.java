package dev.simpleftp.filesystem.directory;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The lock that an instance holds while it lives.
///
/// The operating system drops a process's lock as soon as the process closes *any* descriptor of
/// the file. So the living instances of this process are kept by name, and their files are never
/// opened a second time.
final class InstanceLock implements Closeable {
  private static final Set<String> LIVING_HERE = ConcurrentHashMap.newKeySet();
  private static final String SUFFIX = ".lock";

  private final Directory area;
  private final String id;
  private final FileChannel file;

  private InstanceLock(Directory area, String id, FileChannel file) {
    this.area = area;
    this.id = id;
    this.file = file;
  }

  /// Makes and takes the lock of a new instance.
  ///
  /// @return empty when a sweeper took the new file for a dead one's
  static Optional<InstanceLock> create(Directory area, String id) throws IOException {
    return take(area, id, StandardOpenOption.CREATE_NEW);
  }

  /// Takes the lock of an instance that may be dead.
  ///
  /// @return empty when it lives
  static Optional<InstanceLock> takeOver(Directory area, String id) throws IOException {
    return take(area, id, StandardOpenOption.CREATE);
  }

  /// The id in the name of a lock file or of an instance's directory.
  static Optional<String> idOf(Path name) {
    String text = name.toString();
    String id = text.endsWith(SUFFIX) ? text.substring(0, text.length() - SUFFIX.length()) : text;
    return Optional.of(id).filter(Reserved::isId);
  }

  private static Optional<InstanceLock> take(Directory area, String id, StandardOpenOption creation)
      throws IOException {
    if (!LIVING_HERE.add(id)) {
      return Optional.empty();
    }
    FileChannel file = null;
    boolean taken = false;
    try {
      file = area.openFile(name(id), Set.of(StandardOpenOption.WRITE, creation));
      taken = file.tryLock() != null && PathJail.find(area, name(id)).isPresent();
      return taken ? Optional.of(new InstanceLock(area, id, file)) : Optional.empty();
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    } finally {
      if (!taken) {
        release(id, file);
      }
    }
  }

  private static void release(String id, @Nullable FileChannel file) throws IOException {
    LIVING_HERE.remove(id);
    if (file != null) {
      file.close();
    }
  }

  String id() {
    return id;
  }

  /// Takes the file away; it stays locked until this is closed.
  void delete() throws IOException {
    try {
      area.deleteFile(name(id));
    } catch (NoSuchFileException _) {
      // Somebody has tidied up already.
    }
  }

  @Override
  public void close() throws IOException {
    release(id, file);
  }

  private static Path name(String id) {
    return Path.of(id + SUFFIX);
  }
}
