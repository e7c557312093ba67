package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// Every name is a file that takes a million years to read; nothing else can be done with it.
final class EndlessFileStore implements FileStore {
  private final AtomicInteger opened;
  private final AtomicInteger closed;

  /// Counts for a test what happens to it.
  ///
  /// @param opened how many downloads were opened
  /// @param closed how many sessions that used it are over
  EndlessFileStore(AtomicInteger opened, AtomicInteger closed) {
    this.opened = opened;
    this.closed = closed;
  }

  @Override
  public FileEntry describe(FilePath path) {
    return FileEntry.file(path.name(), Long.MAX_VALUE, Instant.EPOCH);
  }

  @Override
  public Download download(FilePath path, long offset) {
    opened.incrementAndGet();
    return new Zeros(describe(path));
  }

  @Override
  public Listing list(FilePath directory) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void makeDirectory(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeFile(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeDirectory(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rename(FilePath from, FilePath to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  private record Zeros(FileEntry entry) implements Download {
    @Override
    public int read(ByteBuffer target) {
      int count = target.remaining();
      target.position(target.limit());
      return count;
    }

    @Override
    public long transferTo(WritableByteChannel sink, ProgressListener progress) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
