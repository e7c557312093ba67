package dev.simpleftp.e2e.faults;

/// What flows between a client and a server.
public enum Flow {
  COMMANDS(true),
  REPLIES(false),
  DATA_UP(true),
  DATA_DOWN(false);

  private final boolean up;

  Flow(boolean up) {
    this.up = up;
  }

  /// Whether it comes from the client.
  boolean isUp() {
    return up;
  }
}
