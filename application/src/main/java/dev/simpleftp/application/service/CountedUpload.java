package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// An upload whose octets are counted; the source stays bare, so the fast ways of the store stay.
final class CountedUpload implements Upload {
  private final Upload inner;
  private final LongConsumer counter;

  CountedUpload(Upload inner, LongConsumer counter) {
    this.inner = inner;
    this.counter = counter;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    return inner.transferFrom(source, new CountedProgress(progress, counter));
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
