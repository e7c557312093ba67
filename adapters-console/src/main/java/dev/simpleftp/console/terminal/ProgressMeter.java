package dev.simpleftp.console.terminal;

import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.Progress;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// Redraws the progress line of one transfer, at most ten times a second.
public final class ProgressMeter implements ProgressListener {
  private static final long INTERVAL_NANOS = 100_000_000;

  private final String name;
  private final long total;
  private final Screen screen;
  private final LongSupplier nanoTime;
  private final long began;
  private long drawn;

  /// Starts the clock.
  ///
  /// @param total octets at the end
  /// @param nanoTime a clock that only goes forward, such as `System::nanoTime`
  public ProgressMeter(String name, long total, Screen screen, LongSupplier nanoTime) {
    this.name = name;
    this.total = total;
    this.screen = screen;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.drawn = began - INTERVAL_NANOS;
  }

  @Override
  public void moved(long transferred) {
    long now = nanoTime.getAsLong();
    if (screen.width() > 0 && now - drawn >= INTERVAL_NANOS) {
      drawn = now;
      var progress =
          new Progress(0, transferred, OptionalLong.of(total), Duration.ofNanos(now - began));
      screen.status(ProgressLine.render(name, progress, screen.width()));
    }
  }
}
