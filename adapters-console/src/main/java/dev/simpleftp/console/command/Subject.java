package dev.simpleftp.console.command;

/// What an argument names, so that it can be completed.
public enum Subject {
  /// A page of help.
  PAGE,
  REMOTE_FILE,
  LOCAL_FILE,
  /// Whom to connect to: a bookmark, or an address.
  TARGET,
  /// on or off
  SWITCH,
  /// Something only the user knows.
  FREE
}
