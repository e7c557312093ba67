package dev.simpleftp.application.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that only waiting moves on.
final class FakePace {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 7);
  private final long start = now.get();

  Pace pace() {
    return new Pace(now::get, now::addAndGet);
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  Duration elapsed() {
    return Duration.ofNanos(now.get() - start);
  }
}
