package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.function.LongConsumer;

/// A download whose octets are counted; the sink stays bare, so the fast ways of the store stay.
final class CountedDownload implements Download {
  private final Download inner;
  private final LongConsumer counter;
  private long moved;

  CountedDownload(Download inner, LongConsumer counter) {
    this.inner = inner;
    this.counter = counter;
  }

  @Override
  public FileEntry entry() {
    return inner.entry();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = inner.read(target);
    count(moved + Math.max(0, count));
    return count;
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    long before = moved;
    return inner.transferTo(
        sink, new CountedProgress(progress, transferred -> count(before + transferred)));
  }

  private void count(long octets) {
    moved = octets;
    counter.accept(octets);
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
