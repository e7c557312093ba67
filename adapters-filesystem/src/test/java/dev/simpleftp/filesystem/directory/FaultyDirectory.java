package dev.simpleftp.filesystem.directory;

import dev.simpleftp.filesystem.directory.FaultyDisk.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// An open directory of a faulty disk.
final class FaultyDirectory implements Directory {
  private final Directory inner;
  private final FaultyDisk disk;

  FaultyDirectory(Directory inner, FaultyDisk disk) {
    this.inner = inner;
    this.disk = disk;
  }

  @Override
  public Stat stat() throws IOException {
    return inner.stat();
  }

  @Override
  public Stat stat(Path name) throws IOException {
    return inner.stat(name);
  }

  @Override
  public Directory open(Path name) throws IOException {
    return new FaultyDirectory(inner.open(name), disk);
  }

  @Override
  public FileChannel openFile(Path name, Set<? extends OpenOption> options) throws IOException {
    if (options.contains(StandardOpenOption.READ)) {
      return inner.openFile(name, options);
    }
    disk.ask(Operation.OPEN);
    FileChannel file = inner.openFile(name, options);
    String unique = inner.stat(name).unique();
    if (options.contains(StandardOpenOption.CREATE_NEW)) {
      disk.lossy().made(unique);
    }
    return new FaultyFile(file, disk, () -> disk.lossy().forced(unique, content(name)));
  }

  private byte[] content(Path name) throws IOException {
    try (FileChannel file = inner.openFile(name, Set.of(StandardOpenOption.READ))) {
      ByteBuffer content = ByteBuffer.allocate((int) file.size());
      while (content.hasRemaining() && file.read(content) >= 0) {
        // The whole of it.
      }
      return content.array();
    }
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    inner.forEach(visitor);
  }

  @Override
  public void makeDirectory(Path name) throws IOException {
    inner.makeDirectory(name);
  }

  @Override
  public void deleteFile(Path name) throws IOException {
    inner.deleteFile(name);
  }

  @Override
  public void deleteDirectory(Path name) throws IOException {
    inner.deleteDirectory(name);
  }

  @Override
  public void move(Path name, Directory to, Path newName) throws IOException {
    disk.ask(Operation.MOVE);
    inner.move(name, ((FaultyDirectory) to).inner, newName);
  }

  @Override
  public void setMode(Path name, int mode) throws IOException {
    inner.setMode(name, mode);
  }

  @Override
  public void setModified(Path name, Instant modified) throws IOException {
    inner.setModified(name, modified);
  }

  @Override
  public void force() throws IOException {
    disk.ask(Operation.FORCE_DIRECTORY);
    inner.force();
    Map<String, Stat> names = new HashMap<>();
    try (Directory fresh = inner.open(Path.of("."))) {
      fresh.forEach(name -> names.put(name.toString(), inner.stat(name)));
    }
    disk.lossy().forced(inner.stat().unique(), names);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
