package dev.simpleftp.filesystem.directory;

import dev.simpleftp.filesystem.directory.FaultyDisk.Operation;
import dev.simpleftp.filesystem.directory.FaultyDisk.Strike;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// A file of a faulty disk, open for writing.
final class FaultyFile extends FileChannel {
  private final FileChannel inner;
  private final FaultyDisk disk;
  private final Strike forced;

  /// @param forced is told when the content has reached the device
  FaultyFile(FileChannel inner, FaultyDisk disk, Strike forced) {
    this.inner = inner;
    this.disk = disk;
    this.forced = forced;
  }

  /// A disk that gets full takes what it still can.
  @Override
  public int write(ByteBuffer source) throws IOException {
    long left = disk.reach() - inner.position();
    if (left <= 0) {
      disk.ask(Operation.WRITE);
      left = Long.MAX_VALUE;
    }
    int limit = source.limit();
    source.limit((int) Math.min(limit, source.position() + Math.min(left, limit)));
    try {
      return inner.write(source);
    } finally {
      source.limit(limit);
    }
  }

  @Override
  public void force(boolean metaData) throws IOException {
    disk.ask(Operation.FORCE);
    inner.force(metaData);
    forced.strike();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return inner.read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return inner.read(targets, offset, length);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    return inner.write(sources, offset, length);
  }

  @Override
  public long position() throws IOException {
    return inner.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    inner.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return inner.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    inner.truncate(size);
    return this;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return inner.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return inner.transferFrom(source, position, count);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return inner.read(target, position);
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    return inner.write(source, position);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return inner.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return inner.lock(position, size, shared);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return inner.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    inner.close();
  }
}
