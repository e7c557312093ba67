package dev.simpleftp.filesystem.journal;

import java.util.Locale;
import java.util.Optional;

/// Text as one line of visible ASCII: every other character, and the backslash, stands as a
/// backslash, `u` and four hexadecimal digits.
///
/// Whatever a name holds can be written so, half a surrogate pair included.
final class EscapedLine {
  private static final int HEX = 16;
  private static final int LENGTH = 6;

  private EscapedLine() {}

  static String write(String text) {
    var line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '\\') {
        line.append(c);
      } else {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return line.toString();
  }

  /// The text of a line; empty when [#write] did not write it.
  static Optional<String> read(String line) {
    var text = new StringBuilder();
    int i = 0;
    while (i < line.length()) {
      boolean escaped = line.charAt(i) == '\\';
      int c = escaped ? escaped(line, i) : line.charAt(i);
      if (c < 0) {
        return Optional.empty();
      }
      text.append((char) c);
      i += escaped ? LENGTH : 1;
    }
    return Optional.of(text.toString());
  }

  /// @return -1 when no escape begins here
  private static int escaped(String line, int at) {
    if (!line.startsWith("\\u", at) || at + LENGTH > line.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at + 2; i < at + LENGTH; i++) {
      int digit = Character.digit(line.charAt(i), HEX);
      if (digit < 0) {
        return -1;
      }
      value = value * HEX + digit;
    }
    return value;
  }
}
