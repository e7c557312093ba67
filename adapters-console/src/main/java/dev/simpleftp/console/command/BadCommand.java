package dev.simpleftp.console.command;

/// What was typed is no command: the message says what is wrong and what would be right.
public final class BadCommand extends Exception {
  public BadCommand(String message) {
    super(message);
  }
}
