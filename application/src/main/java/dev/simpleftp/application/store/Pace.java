package dev.simpleftp.application.store;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// The time as this process counts it, and how a thread lets some of it pass.
///
/// @param nanoTime like [System#nanoTime]: only differences mean something
/// @param pause waits about so many nanoseconds, or less
public record Pace(LongSupplier nanoTime, LongConsumer pause) {
  /// Real time.
  public static final Pace REAL = new Pace(System::nanoTime, LockSupport::parkNanos);

  /// Nanoseconds on this clock.
  public long now() {
    return nanoTime.getAsLong();
  }

  /// Waits until this time has come.
  ///
  /// @throws InterruptedIOException when the thread is told to end
  public void until(long due) throws InterruptedIOException {
    for (long left = due - now(); left > 0; left = due - now()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("Interrupted while waiting.");
      }
      pause.accept(left);
    }
  }
}
