package dev.simpleftp.console.command;

import dev.simpleftp.domain.LosslessUtf8;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Cuts a line into words, or a row of commands into lines.
///
/// Blanks part words. `'...'` keeps everything, `"..."` everything but `\"` and `\\`; outside
/// quotes a backslash keeps the next character, and `\x1b` is the byte of that number: the way odd
/// names are shown.
public final class CommandLine {
  private static final char NONE = 0;
  private static final int ESCAPED_BYTE = 0xDC00;

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote = NONE;
  private int at;

  private CommandLine(String text) {
    this.text = text;
  }

  /// The words of a line.
  ///
  /// @throws BadCommand a quote is not closed
  public static List<String> split(String line) throws BadCommand {
    return new CommandLine(line).words();
  }

  /// The commands of a text that parts them by `;` outside quotes.
  public static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    char quote = NONE;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++;
      } else if (c == ';' && quote == NONE) {
        commands.add(text.substring(from, i));
        from = i + 1;
      } else {
        quote = quoteAfter(c, quote);
      }
    }
    commands.add(text.substring(from));
    return commands;
  }

  private static char quoteAfter(char c, char quote) {
    if (quote == NONE) {
      return c == '"' || c == '\'' ? c : NONE;
    }
    return c == quote ? NONE : quote;
  }

  private List<String> words() throws BadCommand {
    for (at = 0; at < text.length(); at++) {
      take(text.charAt(at));
    }
    if (quote != NONE) {
      throw new BadCommand("The quote " + quote + " is not closed: put another one at the end.");
    }
    endWord();
    return words;
  }

  private void take(char c) {
    if (c == '\\' && quote != '\'') {
      takeEscaped();
    } else if (quoteAfter(c, quote) != quote) {
      quote = quoteAfter(c, quote);
      inWord = true;
    } else if (quote == NONE && Character.isWhitespace(c)) {
      endWord();
    } else {
      append(c);
    }
  }

  private void takeEscaped() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
    if (quote == '"' && next != '"' && next != '\\') {
      append('\\');
    } else if (next == 'x' && hasHexDigits(at + 2)) {
      int octet = HexFormat.fromHexDigits(text, at + 2, at + 4);
      append((char) (octet < 0x80 ? octet : ESCAPED_BYTE | octet));
      at += 3;
    } else {
      append(next);
      at++;
    }
  }

  private boolean hasHexDigits(int from) {
    return from + 2 <= text.length()
        && HexFormat.isHexDigit(text.charAt(from))
        && HexFormat.isHexDigit(text.charAt(from + 1));
  }

  private void append(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(joined(word.toString()));
    }
    word.setLength(0);
    inWord = false;
  }

  /// Bytes given one by one may make a character together.
  private static String joined(String word) {
    boolean hasBytes = word.chars().anyMatch(c -> c >= (ESCAPED_BYTE | 0x80) && c <= 0xDCFF);
    return hasBytes ? LosslessUtf8.decode(LosslessUtf8.encode(word)) : word;
  }
}
