package dev.simpleftp.domain;

/// What stands under a name.
public enum FileKind {
  FILE,
  DIRECTORY,
  /// A symbolic link that is shown but not followed.
  LINK,
  /// A device, a pipe, a socket: shown, never opened.
  OTHER
}
