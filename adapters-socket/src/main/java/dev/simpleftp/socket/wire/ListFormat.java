package dev.simpleftp.socket.wire;

/// The forms a listing may have on the data connection.
public enum ListFormat {
  /// LIST: lines in the manner of `ls -l` (RFC 959).
  UNIX,
  /// NLST: bare names (RFC 959).
  NAMES,
  /// MLSD: facts for programs (RFC 3659 §7).
  FACTS
}
