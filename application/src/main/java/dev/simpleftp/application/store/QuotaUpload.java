package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/// An upload whose octets are booked against a quota.
final class QuotaUpload implements Upload {
  private final Upload inner;
  private final Booking booking;
  private final Lock changes;
  private final Size old;

  /// Tells the size of the file that the upload will replace.
  @FunctionalInterface
  interface Size {
    long octets() throws IOException;
  }

  QuotaUpload(Upload inner, Booking booking, Lock changes, Size old) {
    this.inner = inner;
    this.booking = booking;
    this.changes = changes;
    this.old = old;
  }

  @Override
  public long transferFrom(ReadableByteChannel source, ProgressListener progress)
      throws IOException {
    return inner.transferFrom(new Booked(source), progress);
  }

  @Override
  public boolean commit(BooleanSupplier stillWanted) throws IOException {
    var settlement = new Settlement();
    try {
      boolean stands = inner.commit(() -> stillWanted.getAsBoolean() && settlement.reach());
      if (stands) {
        booking.keep();
      }
      settlement.check();
      return stands;
    } finally {
      settlement.end();
      booking.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      inner.close();
    } finally {
      booking.close();
    }
  }

  /// From the last look at the old file until the new one stands in its place, no other session
  /// changes the home.
  private final class Settlement {
    private boolean locked;
    private IOException failure = new Refused(Refusal.OVER_QUOTA);
    private boolean failed;

    boolean reach() {
      changes.lock();
      locked = true;
      try {
        failed = !booking.settle(old.octets());
      } catch (IOException e) {
        failure = e;
        failed = true;
      }
      return !failed;
    }

    void check() throws IOException {
      if (failed) {
        throw failure;
      }
    }

    void end() {
      if (locked) {
        changes.unlock();
      }
    }
  }

  /// Books what is read before the store gets it.
  private final class Booked implements ReadableByteChannel {
    private final ReadableByteChannel source;

    Booked(ReadableByteChannel source) {
      this.source = source;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int count = source.read(target);
      if (count > 0) {
        booking.take(count);
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
}
