package dev.simpleftp.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A number of octets as people read it: `999 B`, `1.5 KiB`, `4.0 GiB`.
public record ByteSize(long bytes) {
  private static final String UNITS = "KMGTPE";

  /// More digits are a slip of the finger, and would not fit into a `long`.
  private static final int MOST_DIGITS = 18;

  private static final Map<String, Integer> SHIFTS =
      Map.of("", 0, "k", 10, "kib", 10, "m", 20, "mib", 20, "g", 30, "gib", 30, "t", 40, "tib", 40);

  /// Reads a number such as `100`, `64K`, `64KiB`, `1MiB` or `2GiB`; empty for any other text.
  public static Optional<ByteSize> of(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    Integer shift = SHIFTS.get(text.substring(digits).toLowerCase(Locale.ROOT));
    if (shift == null || digits == 0 || digits > MOST_DIGITS) {
      return Optional.empty();
    }
    long number = Long.parseLong(text.substring(0, digits));
    return number > Long.MAX_VALUE >> shift
        ? Optional.empty()
        : Optional.of(new ByteSize(number << shift));
  }

  /// The number in the largest unit that loses nothing, such as `1536KiB`: what [#of] reads.
  public String exact() {
    int unit = 0;
    long number = bytes;
    while (number != 0 && number % 1024 == 0 && unit < 4) {
      number /= 1024;
      unit++;
    }
    return number + (unit == 0 ? "" : UNITS.charAt(unit - 1) + "iB");
  }

  @Override
  public String toString() {
    if (Math.abs(bytes) < 1024) {
      return bytes + " B";
    }
    double value = bytes / 1024.0;
    int unit = 0;
    while (Math.abs(value) >= 1023.95) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %ciB", value, UNITS.charAt(unit));
  }
}
