package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.OctetRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A download that ends before the file does.
final class PartialDownload implements Download {
  private static final int BLOCK = 64 * 1024;

  private final Download inner;
  private long left;

  private PartialDownload(Download inner, long length) {
    this.inner = inner;
    this.left = length;
  }

  /// The part of a download that lies in this range.
  ///
  /// @param download opened at the start of the range
  static Download of(Download download, OctetRange range) {
    return range.end() >= download.entry().size()
        ? download
        : new PartialDownload(download, range.length());
  }

  @Override
  public FileEntry entry() {
    return inner.entry();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (left == 0) {
      return -1;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + left));
    try {
      int count = inner.read(target);
      left -= Math.max(0, count);
      return count;
    } finally {
      target.limit(limit);
    }
  }

  /// Copies: the fast ways of the store know no end but that of the file.
  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long moved = 0;
    while (read(block) >= 0) {
      block.flip();
      while (block.hasRemaining()) {
        moved += sink.write(block);
      }
      block.clear();
      progress.moved(moved);
    }
    return moved;
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
