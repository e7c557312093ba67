package dev.simpleftp.bootstrap;

import dev.simpleftp.socket.server.Limits;

/// The bounds of sessions.
record LimitOptions(Limits limits) {
  static LimitOptions read() {
    return new LimitOptions(Limits.DEFAULTS);
  }
}
