package dev.simpleftp.socket.wire;

import java.io.IOException;

/// The other side does not speak the protocol, or speaks it beyond every bound.
public final class MalformedReply extends IOException {
  public MalformedReply(String message) {
    super(message);
  }
}
