package dev.simpleftp.console.command;

import dev.simpleftp.domain.Glob;
import java.util.List;
import java.util.stream.Collectors;

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

  static String joined(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /// `-l` and the like; a lone dash is a name.
  boolean isOption() {
    return !quoted && text.length() > 1 && text.charAt(0) == '-';
  }
}
