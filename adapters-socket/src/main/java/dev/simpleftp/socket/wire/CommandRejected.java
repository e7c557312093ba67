package dev.simpleftp.socket.wire;

import java.io.Serial;

/// A line that is not carried out, before anything was touched; it carries the reply that says why.
public final class CommandRejected extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient Reply reply;

  public CommandRejected(int code, String text) {
    super(text);
    this.reply = Reply.of(code, text);
  }

  /// The final reply to the line.
  public Reply reply() {
    return reply;
  }
}
