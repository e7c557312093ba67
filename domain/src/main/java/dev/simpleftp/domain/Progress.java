package dev.simpleftp.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// How far a transfer has come.
///
/// @param start octets that were there before it began (a resumed transfer)
/// @param done octets that are there now, `start` included
/// @param total octets at the end; empty when nobody knows
/// @param elapsed time since it began
public record Progress(long start, long done, OptionalLong total, Duration elapsed) {

  /// Octets per second since the beginning; 0 before any time has passed.
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds > 0 ? (done - start) / seconds : 0;
  }

  /// The part that is done, 0 to 1; empty when the total is unknown.
  public Optional<Double> fraction() {
    if (total.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        total.getAsLong() == 0 ? 1.0 : Math.min(1.0, (double) done / total.getAsLong()));
  }

  /// The time the rest takes at the rate so far; empty when that cannot be told.
  public Optional<Duration> remaining() {
    if (total.isEmpty() || rate() <= 0) {
      return Optional.empty();
    }
    double seconds = Math.max(0, total.getAsLong() - done) / rate();
    return Optional.of(Duration.ofNanos((long) Math.min(seconds * 1e9, Long.MAX_VALUE)));
  }
}
