package dev.simpleftp.application.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Several rates that hold at once: that of the session and that of its account.
record Throttle(List<Rate> rates, Pace pace) {
  /// So often a transfer that waits tells that it lives, and looks whether it still should.
  private static final long LONGEST_PAUSE = Duration.ofMillis(250).toNanos();

  Throttle {
    rates = List.copyOf(rates);
  }

  /// Whether nothing is limited.
  boolean isOpen() {
    return rates.isEmpty();
  }

  /// The most octets to move at once.
  int step() {
    return rates.stream().mapToInt(Rate::step).min().orElse(Integer.MAX_VALUE);
  }

  /// Waits for the time that these octets take.
  ///
  /// @param alive asked before each pause
  /// @param tick called before each pause
  /// @throws ClosedChannelException when the transfer was ended meanwhile
  void pay(int octets, BooleanSupplier alive, Runnable tick) throws IOException {
    long now = pace.now();
    long wait = rates.stream().mapToLong(rate -> rate.book(octets, now) - now).max().orElse(0);
    long due = now + wait;
    for (long left = wait; left > 0; left = due - pace.now()) {
      if (!alive.getAsBoolean()) {
        throw new ClosedChannelException();
      }
      tick.run();
      pace.until(pace.now() + Math.min(left, LONGEST_PAUSE));
    }
  }
}
