package dev.simpleftp.console.command;

import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.domain.LosslessUtf8;

/// Writes names so that [CommandLine] reads them back.
public final class Quoting {
  private static final String PLAIN = "._-/@:+,=%^";

  private Quoting() {}

  /// The word to type for this text, or for a part of it: whatever is special bears a backslash.
  public static String typed(String text) {
    var result = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      append(result, text.codePointAt(i), i == 0);
    }
    return result.toString();
  }

  /// The name as a listing shows it: what is shown can be typed. Quotes read better than many
  /// backslashes, where they suffice.
  public static String shown(String name) {
    String typed = typed(name);
    boolean quotable = TerminalText.clean(name).equals(name) && name.indexOf('\'') < 0;
    return typed.equals(name) || !quotable || name.startsWith("~") ? typed : "'" + name + "'";
  }

  private static void append(StringBuilder out, int c, boolean first) {
    String text = Character.toString(c);
    String clean = TerminalText.clean(text);
    boolean dash = first && (c == '-' || c == '~');
    if (!clean.equals(text)) {
      appendBytes(out, text, clean);
    } else if (!dash && (isLetter(c) || PLAIN.indexOf(c) >= 0)) {
      out.append(text);
    } else {
      out.append('\\').append(text);
    }
  }

  /// Half a character that stands for no byte cannot be written at all; its picture is shown.
  private static void appendBytes(StringBuilder out, String text, String clean) {
    try {
      for (byte octet : LosslessUtf8.encode(text)) {
        out.append("\\x%02x".formatted(octet & 0xFF));
      }
    } catch (IllegalArgumentException _) {
      out.append(clean);
    }
  }

  private static boolean isLetter(int c) {
    return Character.isLetterOrDigit(c) || (c > 0x7F && !Character.isWhitespace(c));
  }
}
