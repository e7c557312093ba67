package dev.simpleftp.console.command;

/// A piece of a line.
///
/// @param kind what it does
/// @param word the word itself; for [Kind#PIPE] and [Kind#SHELL] the shell's part as it was typed
/// @param start where it begins in the line
/// @param end where it ends
public record Token(Kind kind, Word word, int start, int end) {
  /// What a piece does.
  public enum Kind {
    WORD,
    /// `;` or a line end: another command follows.
    END,
    /// `>`
    WRITE,
    /// `>>`
    APPEND,
    /// `|` and the command of the shell behind it.
    PIPE,
    /// `&` at the end of a command.
    BACKGROUND,
    /// `!` and the command of the shell behind it.
    SHELL
  }

  String text() {
    return word.text();
  }
}
