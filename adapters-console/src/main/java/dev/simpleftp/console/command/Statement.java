package dev.simpleftp.console.command;

/// One command and where its output goes.
public record Statement(ConsoleCommand command, Redirection output) {
  public Statement(ConsoleCommand command) {
    this(command, new Redirection.None());
  }
}
