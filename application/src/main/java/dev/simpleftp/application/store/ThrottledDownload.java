package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// A download in small steps, each of which waits for its time.
final class ThrottledDownload implements Download {
  private final Download inner;
  private final Throttle throttle;

  ThrottledDownload(Download inner, Throttle throttle) {
    this.inner = inner;
    this.throttle = throttle;
  }

  @Override
  public FileEntry entry() {
    return inner.entry();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return new ThrottledSource(inner, throttle, ProgressListener.NONE).read(target);
  }

  @Override
  public long transferTo(WritableByteChannel sink, ProgressListener progress) throws IOException {
    return inner.transferTo(new Sink(sink, progress), ProgressListener.NONE);
  }

  @Override
  public boolean isOpen() {
    return inner.isOpen();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  /// Passes on one step at a time, and tells the progress itself: the store would do so too seldom.
  private final class Sink implements WritableByteChannel {
    private final WritableByteChannel sink;
    private final ProgressListener progress;
    private long moved;

    Sink(WritableByteChannel sink, ProgressListener progress) {
      this.sink = sink;
      this.progress = progress;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      int limit = source.limit();
      source.limit(Math.min(limit, source.position() + throttle.step()));
      int count;
      try {
        count = sink.write(source);
      } finally {
        source.limit(limit);
      }
      moved += count;
      progress.moved(moved);
      throttle.pay(count, sink::isOpen, progress::waits);
      return count;
    }

    @Override
    public boolean isOpen() {
      return sink.isOpen();
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }
}
