package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A download that breaks off, or ends early and says nothing.
final class FaultyDownload implements Download {
  private static final int BLOCK = 64 * 1024;

  private final Download inner;
  private final StoreFaults faults;
  private final FilePath path;
  private long moved;

  FaultyDownload(Download inner, StoreFaults faults, FilePath path) {
    this.inner = inner;
    this.faults = faults;
    this.path = path;
  }

  @Override
  public FileEntry entry() {
    return inner.entry();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    long left = faults.reach() - moved;
    if (left <= 0) {
      faults.ask(Operation.READ, path);
      if (faults.isLying()) {
        return -1;
      }
      left = Long.MAX_VALUE;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + Math.min(left, limit)));
    try {
      int count = inner.read(target);
      moved += Math.max(0, count);
      return count;
    } finally {
      target.limit(limit);
    }
  }

  /// In the fast way of the store, unless something is to go wrong.
  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    if (faults.reach() == Long.MAX_VALUE) {
      return inner.transferTo(sink, progress);
    }
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long total = 0;
    while (read(block.clear()) >= 0) {
      block.flip();
      while (block.hasRemaining()) {
        total += sink.write(block);
      }
      progress.moved(total);
    }
    return total;
  }

  @Override
  public boolean isOpen() {
    return inner.isOpen();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
