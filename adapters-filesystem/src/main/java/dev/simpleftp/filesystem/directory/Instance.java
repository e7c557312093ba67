package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.LosslessUtf8;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// The directory of one running instance inside the reserved one, with a lock that tells others
/// that it lives.
///
/// The lock file stands beside the directory and is locked before the directory is made: a
/// directory whose lock can be taken, or has none, belongs to a dead instance.
final class Instance implements Closeable {
  /// Parts beside their targets, one path a line, written down before they are made.
  static final Path NOTES = Path.of("beside");

  private static final Path AREA = Path.of(Reserved.AREA);
  private static final int PRIVATE = 0700;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Directory root;
  private final Directory area;
  private final InstanceLock lock;
  private final Directory directory;
  private final String device;
  private final AtomicLong lastNumber = new AtomicLong();

  private Instance(Directory root, Directory area, InstanceLock lock) throws IOException {
    this.root = root;
    this.area = area;
    this.lock = lock;
    Path name = Path.of(lock.id());
    area.makeDirectory(name);
    this.directory = area.open(name);
    this.device = directory.stat().device();
  }

  static Instance start(Directory root) throws IOException {
    Directory area = openArea(root);
    InstanceLock lock = null;
    try {
      lock = lock(area);
      return new Instance(root, area, lock);
    } catch (IOException e) {
      if (lock != null) {
        lock.delete();
        lock.close();
      }
      area.close();
      throw e;
    }
  }

  private static Directory openArea(Directory root) throws IOException {
    try {
      root.makeDirectory(AREA);
      root.setMode(AREA, PRIVATE);
    } catch (FileAlreadyExistsException _) {
      // An earlier or another instance made it.
    }
    return root.open(AREA);
  }

  /// A sweeper that came between making and locking takes the file away: then again.
  private static InstanceLock lock(Directory area) throws IOException {
    while (true) {
      byte[] id = new byte[8];
      RANDOM.nextBytes(id);
      var lock = InstanceLock.create(area, HexFormat.of().formatHex(id));
      if (lock.isPresent()) {
        return lock.get();
      }
    }
  }

  Directory directory() {
    return directory;
  }

  String device() {
    return device;
  }

  Path nextPart() {
    return Path.of(Reserved.part(lastNumber.incrementAndGet()));
  }

  /// A name beside the target, noted so that a sweep finds it.
  Path nextBeside(FilePath target) throws IOException {
    String name = Reserved.beside(lock.id(), lastNumber.incrementAndGet());
    note(target.parent().resolve(name));
    return Path.of(name);
  }

  private synchronized void note(FilePath part) throws IOException {
    var options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    try (FileChannel notes = directory.openFile(NOTES, options)) {
      ByteBuffer line = ByteBuffer.wrap(LosslessUtf8.encode(part + "\n"));
      while (line.hasRemaining()) {
        notes.write(line);
      }
      notes.force(true);
    }
  }

  /// Tidies up behind itself, and behind all others when it is the last.
  @Override
  public void close() throws IOException {
    try (area;
        lock) {
      Sweep.empty(directory);
      directory.close();
      area.deleteDirectory(Path.of(lock.id()));
      lock.delete();
    }
    removeArea(root);
  }

  static void removeArea(Directory root) throws IOException {
    try {
      root.deleteDirectory(AREA);
    } catch (DirectoryNotEmptyException | NoSuchFileException _) {
      // Another instance is still there, or was quicker.
    }
  }
}
