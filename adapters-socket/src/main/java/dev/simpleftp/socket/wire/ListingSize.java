package dev.simpleftp.socket.wire;

import java.util.OptionalLong;

/// Sizes as people print them: digits, or groups of three between `,` `.` or `'`.
///
/// Rounded ones such as `1.2K` are no sizes: a copy compared with one would never be equal.
final class ListingSize {
  private static final int LONGEST = 25;
  private static final String SEPARATORS = ",.'";

  private ListingSize() {}

  static OptionalLong read(String word) {
    int separator = word.length() > 4 ? word.charAt(word.length() - 4) : 0;
    return word.length() <= LONGEST && SEPARATORS.indexOf(separator) >= 0
        ? grouped(word, (char) separator)
        : Decimal.read(word);
  }

  private static OptionalLong grouped(String word, char separator) {
    var digits = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      boolean between = (word.length() - i) % 4 == 0;
      if (between != (word.charAt(i) == separator) || (between && i == 0)) {
        return OptionalLong.empty();
      }
      if (!between) {
        digits.append(word.charAt(i));
      }
    }
    return Decimal.read(digits.toString());
  }
}
