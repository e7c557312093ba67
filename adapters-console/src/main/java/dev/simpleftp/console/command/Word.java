package dev.simpleftp.console.command;

import dev.simpleftp.domain.Glob;

/// One word of a line, without its quotes.
///
/// @param text what was meant
/// @param quoted whether it began with a quote or a backslash: then it is never an option
/// @param pattern whether a `*` or `?` stood outside quotes
public record Word(String text, boolean quoted, boolean pattern) {
  /// A word that was typed as it is.
  public static Word of(String text) {
    return new Word(text, false, Glob.isPattern(text));
  }

  /// `-l` and the like; a lone dash is a name.
  boolean isOption() {
    return !quoted && text.length() > 1 && text.charAt(0) == '-';
  }
}
