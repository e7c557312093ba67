package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;

/// An upload that takes its bytes in small steps, each of which waits for its time.
final class ThrottledUpload implements Upload {
  private final Upload inner;
  private final Throttle throttle;

  ThrottledUpload(Upload inner, Throttle throttle) {
    this.inner = inner;
    this.throttle = throttle;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    return inner.transferFrom(
        new ThrottledSource(source, throttle, progress), ProgressListener.NONE);
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    return inner.commit(stillWanted);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
