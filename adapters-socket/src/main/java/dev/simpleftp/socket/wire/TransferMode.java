package dev.simpleftp.socket.wire;

/// How a data connection marks the end of a file (RFC 959 §3.4).
public enum TransferMode {
  /// MODE S: the end of the connection is the end of the file.
  STREAM,
  /// MODE Z: one zlib stream, which has an end of its own (draft-preston-ftpext-deflate).
  DEFLATE
}
