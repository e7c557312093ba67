package dev.simpleftp.console.command;

/// One command and where its output goes.
///
/// @param background whether it goes on while other commands run
public record Statement(ConsoleCommand command, Redirection output, boolean background) {
  public Statement(ConsoleCommand command) {
    this(command, new Redirection.None());
  }

  public Statement(ConsoleCommand command, Redirection output) {
    this(command, output, false);
  }
}
