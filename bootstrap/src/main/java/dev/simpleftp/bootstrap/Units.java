package dev.simpleftp.bootstrap;

import dev.simpleftp.domain.ByteSize;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads numbers with a unit, as people write them: `30s`, `64KiB`.
final class Units {
  /// More digits are a slip of the finger, and would not fit into a `long`.
  private static final int MOST_DIGITS = 18;

  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private Units() {}

  /// A time such as `500ms`, `30s`, `5m`, `1h` or `2d`; empty for any other text.
  static Optional<Duration> duration(String text) {
    int digits = digits(text);
    Duration unit = TIMES.get(text.substring(digits).toLowerCase(Locale.ROOT));
    if (unit == null) {
      return Optional.empty();
    }
    // Beyond nanoseconds in a long no wait could be measured.
    return product(text.substring(0, digits), unit.toNanos()).map(Duration::ofNanos);
  }

  /// Octets such as `100`, `64K`, `64KiB`, `1MiB` or `2GiB`; empty for any other text.
  static Optional<Long> bytes(String text) {
    return ByteSize.of(text).map(ByteSize::bytes);
  }

  /// A number in decimal digits alone; empty for any other text.
  static Optional<Long> number(String text) {
    return digits(text) == text.length() ? product(text, 1) : Optional.empty();
  }

  private static Optional<Long> product(String digits, long unit) {
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    long number = Long.parseLong(digits);
    return number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
  }

  private static int digits(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
