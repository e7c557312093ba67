package dev.simpleftp.socket.wire;

import java.io.IOException;
import java.io.Serial;

/// What came over a data connection is not taken; it carries the reply that says why.
public final class DataRejected extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Reply reply;

  public DataRejected(int code, String text) {
    super(text);
    this.reply = Reply.of(code, text);
  }

  /// The final reply of the transfer.
  public Reply reply() {
    return reply;
  }
}
