package dev.simpleftp.socket.wire;

import java.util.OptionalLong;

/// Numbers of the protocol: one or more ASCII digits, no sign, at most 2^63-1.
public final class Decimal {
  private static final int MAX_DIGITS = 19;

  private Decimal() {}

  /// The number this text is, or empty when it is anything else.
  public static OptionalLong read(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MAX_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return OptionalLong.empty(); // Nineteen digits may still be too large
    }
  }
}
