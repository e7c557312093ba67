package dev.simpleftp.console.command;

import dev.simpleftp.console.command.Token.Kind;
import dev.simpleftp.domain.LosslessUtf8;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Cuts a line into pieces: the same way at the prompt, in scripts and in `-c`.
///
/// Blanks part words. `'...'` keeps everything, `"..."` everything but `\"` and `\\`; outside
/// quotes a backslash keeps the next character, and `\x1b` is the byte of that number: the way odd
/// names are shown. Outside quotes `;` and a line end part commands, `#` before a word begins a
/// remark, `>` `>>` and `|` send the output elsewhere, `&` sends the command into the background,
/// and a `!` in front hands the rest of the line to the shell.
public final class CommandLine {
  private static final char NONE = 0;
  private static final int ESCAPED_BYTE = 0xDC00;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int start;
  private boolean inWord;
  private boolean quoted;
  private boolean pattern;
  private boolean literal;
  private boolean mixed;
  private char quote = NONE;
  private int at;

  private CommandLine(String text) {
    this.text = text;
  }

  /// The pieces of a line.
  ///
  /// @throws BadCommand a quote is not closed, or a pattern also holds a `*` or `?` that is meant
  ///   as it is
  public static List<Token> tokens(String text) throws BadCommand {
    var line = new CommandLine(text).cut();
    if (line.mixed) {
      throw new BadCommand(
          "A pattern cannot also hold an escaped or quoted * or ?: name such files one by one.");
    }
    if (line.quote != NONE) {
      throw new BadCommand(
          "The quote " + line.quote + " is not closed: put another one at the end.");
    }
    return line.tokens;
  }

  /// The pieces of a line that is still being typed: an open quote is no fault.
  public static List<Token> tokensSoFar(String text) {
    return new CommandLine(text).cut().tokens;
  }

  private CommandLine cut() {
    while (at < text.length()) {
      take(text.charAt(at));
    }
    endWord();
    return this;
  }

  private void take(char c) {
    if (c == '\\' && quote != '\'') {
      takeEscaped();
    } else if (quoteAfter(c) != quote) {
      begin(true);
      quote = quoteAfter(c);
      at++;
    } else if (quote == NONE && !inWord && isRest(c)) {
      takeRest(c);
    } else if (quote == NONE && (Character.isWhitespace(c) || ";>|&".indexOf(c) >= 0)) {
      takeMark(c);
    } else {
      begin(quote != NONE);
      pattern |= quote == NONE && isWild(c);
      literal |= quote != NONE && isWild(c);
      word.append(c);
      at++;
    }
  }

  private char quoteAfter(char c) {
    if (quote == NONE) {
      return c == '"' || c == '\'' ? c : NONE;
    }
    return c == quote ? NONE : quote;
  }

  private void takeEscaped() {
    begin(true);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\\';
    if (quote == '"' && next != '"' && next != '\\') {
      word.append('\\');
      at++;
    } else if (next == 'x' && hasHexDigits(at + 2)) {
      int octet = HexFormat.fromHexDigits(text, at + 2, at + 4);
      literal |= isWild((char) octet);
      word.append((char) (octet < 0x80 ? octet : ESCAPED_BYTE | octet));
      at += 4;
    } else {
      literal |= isWild(next);
      word.append(next);
      at = Math.min(text.length(), at + 2);
    }
  }

  private static boolean isWild(char c) {
    return c == '*' || c == '?';
  }

  private boolean hasHexDigits(int from) {
    return from + 2 <= text.length()
        && HexFormat.isHexDigit(text.charAt(from))
        && HexFormat.isHexDigit(text.charAt(from + 1));
  }

  /// What takes the rest of the line: a remark, or `!` where a command would stand.
  private boolean isRest(char c) {
    boolean first = tokens.isEmpty() || tokens.getLast().kind() == Kind.END;
    return c == '#' || (c == '!' && first);
  }

  private void takeRest(char c) {
    int end = text.indexOf('\n', at);
    int stop = end < 0 ? text.length() : end;
    if (c == '!') {
      add(Kind.SHELL, text.substring(at + 1, stop).strip(), at, stop);
    }
    at = stop;
  }

  private void takeMark(char c) {
    endWord();
    int from = at++;
    switch (c) {
      case ';', '\n' -> add(Kind.END, "", from, at);
      case '&' -> add(Kind.BACKGROUND, "", from, at);
      case '>' -> {
        boolean twice = text.startsWith(">", at);
        at += twice ? 1 : 0;
        add(twice ? Kind.APPEND : Kind.WRITE, "", from, at);
      }
      case '|' -> {
        at = endOfShell(at);
        add(Kind.PIPE, text.substring(from + 1, at).strip(), from, at);
      }
      default -> {}
    }
  }

  /// The shell's part ends at a `;` or line end outside its quotes.
  private int endOfShell(int from) {
    int end = from;
    while (end < text.length() && (quote != NONE || ";\n".indexOf(text.charAt(end)) < 0)) {
      if (text.charAt(end) == '\\' && quote != '\'') {
        end++;
      } else {
        quote = quoteAfter(text.charAt(end));
      }
      end++;
    }
    return Math.min(end, text.length());
  }

  private void add(Kind kind, String content, int from, int to) {
    tokens.add(new Token(kind, new Word(content, false, false), from, to));
  }

  private void begin(boolean byQuote) {
    if (!inWord) {
      start = at;
      quoted = byQuote;
      inWord = true;
    }
  }

  private void endWord() {
    if (inWord) {
      var whole = new Word(joined(word.toString()), quoted, pattern);
      tokens.add(new Token(Kind.WORD, whole, start, at));
    }
    mixed |= pattern && literal;
    word.setLength(0);
    inWord = false;
    pattern = false;
    literal = false;
  }

  /// Bytes given one by one may make a character together.
  private static String joined(String word) {
    boolean hasBytes = word.chars().anyMatch(c -> c >= (ESCAPED_BYTE | 0x80) && c <= 0xDCFF);
    return hasBytes ? LosslessUtf8.decode(LosslessUtf8.encode(word)) : word;
  }
}
