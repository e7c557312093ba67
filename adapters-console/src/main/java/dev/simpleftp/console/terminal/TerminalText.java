package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.LosslessUtf8;
import org.jline.utils.WCWidth;

/// Makes text from elsewhere harmless for a terminal, and measures it.
///
/// Control characters, marks that turn the writing direction and bytes that are no UTF-8 are shown
/// as `\xNN`: they can neither move the cursor nor forge a line.
public final class TerminalText {
  private TerminalText() {}

  /// The same for a prompt, in which the line editor takes a percent sign for the beginning of
  /// something to expand.
  public static String prompt(String text) {
    return clean(text).replace("%", "%%");
  }

  /// The text with every dangerous character spelled out.
  public static String clean(String text) {
    if (text.codePoints().allMatch(TerminalText::isHarmless)) {
      return text;
    }
    var result = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(result, c));
    return result.toString();
  }

  /// The columns this text takes on a terminal.
  public static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /// The text, cut in the middle to as many columns; `…` marks the cut.
  public static String fit(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int left = columns / 2;
    return head(text, left) + "…" + tail(text, columns - left - 1);
  }

  private static String head(String text, int columns) {
    int end = text.length();
    while (end > 0 && width(text.substring(0, end)) > columns) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int columns) {
    int start = 0;
    while (start < text.length() && width(text.substring(start)) > columns) {
      start = text.offsetByCodePoints(start, 1);
    }
    return text.substring(start);
  }

  private static void append(StringBuilder out, int c) {
    if (isHarmless(c)) {
      out.appendCodePoint(c);
    } else {
      for (byte octet : octets(c)) {
        out.append("\\x%02x".formatted(octet & 0xFF));
      }
    }
  }

  /// Half of a surrogate pair that stands for no byte has no encoding; it shows as U+FFFD's.
  private static byte[] octets(int c) {
    boolean byteEscape = c >= 0xDC80 && c <= 0xDCFF;
    boolean half = Character.getType(c) == Character.SURROGATE;
    return LosslessUtf8.encode(Character.toString(half && !byteEscape ? 0xFFFD : c));
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !turnsDirection(c);
    };
  }

  /// The bidirectional controls of Unicode (UAX 9 section 2).
  private static boolean turnsDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
