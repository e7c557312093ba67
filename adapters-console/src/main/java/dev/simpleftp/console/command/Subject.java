package dev.simpleftp.console.command;

/// What an argument names, so that it can be completed.
public enum Subject {
  COMMAND,
  REMOTE_FILE,
  LOCAL_FILE,
  /// Something only the user knows.
  FREE
}
