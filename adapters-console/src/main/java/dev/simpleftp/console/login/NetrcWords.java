package dev.simpleftp.console.login;

import java.util.Optional;

/// The words of a `.netrc`, one after the other.
///
/// `#` begins a comment where a keyword is expected, and only there: a password may begin with it.
/// `"..."` keeps blanks, a backslash the character behind it.
final class NetrcWords {
  private final String text;
  private int at;

  NetrcWords(String text) {
    this.text = text;
  }

  /// The next word that is no comment; empty at the end.
  Optional<String> keyword() {
    skipBlanks();
    while (at < text.length() && text.charAt(at) == '#') {
      skipLine();
      skipBlanks();
    }
    return value();
  }

  /// The next word, whatever it begins with; empty at the end.
  Optional<String> value() {
    skipBlanks();
    if (at == text.length()) {
      return Optional.empty();
    }
    boolean quoted = text.charAt(at) == '"';
    at += quoted ? 1 : 0;
    var word = new StringBuilder();
    while (at < text.length() && !ends(text.charAt(at), quoted)) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    at += quoted && at < text.length() ? 1 : 0;
    return Optional.of(word.toString());
  }

  /// Passes over a macro: it ends with an empty line.
  void skipMacro() {
    skipLine();
    while (at < text.length() && !atEmptyLine()) {
      skipLine();
    }
  }

  private boolean atEmptyLine() {
    return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }

  private static boolean ends(char c, boolean quoted) {
    return quoted ? c == '"' : Character.isWhitespace(c);
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
  }
}
