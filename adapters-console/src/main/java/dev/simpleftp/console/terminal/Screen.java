package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.Secret;
import java.util.List;
import java.util.Optional;

/// Where the console prints and asks. Whatever is printed has passed [TerminalText#clean(String)].
///
/// Thread-safe: the lines of the protocol come from other threads.
public interface Screen {

  /// Prints a result.
  void line(String text);

  /// Prints what is no result: a warning, a line of the protocol.
  void note(String text);

  /// Prints why a command failed.
  void error(String text);

  /// Draws these lines over the last ones drawn this way; none erases them. Nothing happens where
  /// nobody watches.
  void status(List<String> lines);

  /// The same with one line; an empty one erases.
  default void status(String text) {
    status(text.isEmpty() ? List.of() : List.of(text));
  }

  /// Columns of the terminal; 0 when the output is none.
  int width();

  /// Whether somebody sits there who can answer.
  boolean interactive();

  /// Asks for a line.
  ///
  /// @return empty when nobody answers or the question was cancelled
  Optional<String> ask(String question);

  /// Asks for a password without showing it.
  ///
  /// @return empty when nobody answers or the question was cancelled
  Optional<Secret> askSecret(String question);
}
