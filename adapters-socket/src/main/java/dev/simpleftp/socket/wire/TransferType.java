package dev.simpleftp.socket.wire;

/// How bytes go over a data connection (RFC 959 §3.1.1).
public enum TransferType {
  /// Lines of text: CR LF on the wire, LF in the store.
  ASCII,
  /// The bytes of the file as they are.
  IMAGE
}
