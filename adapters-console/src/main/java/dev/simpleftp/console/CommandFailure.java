package dev.simpleftp.console;

/// A command could not be carried out, for a reason the console found itself; both sessions are
/// sound.
final class CommandFailure extends Exception {
  CommandFailure(String message) {
    super(message);
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
