package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// A channel that is read one step at a time; each waits for its time and tells the progress.
final class ThrottledSource implements ReadableByteChannel {
  private final ReadableByteChannel source;
  private final Throttle throttle;
  private final ProgressListener progress;
  private long moved;

  ThrottledSource(ReadableByteChannel source, Throttle throttle, ProgressListener progress) {
    this.source = source;
    this.throttle = throttle;
    this.progress = progress;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int limit = target.limit();
    target.limit(Math.min(limit, target.position() + throttle.step()));
    int count;
    try {
      count = source.read(target);
    } finally {
      target.limit(limit);
    }
    if (count > 0) {
      moved += count;
      progress.moved(moved);
      throttle.pay(count, source::isOpen, progress::waits);
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
