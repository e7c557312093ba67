package dev.simpleftp.domain;

import java.io.IOException;

/// The way to another machine failed: it cannot be reached, the line broke, or the other side ended
/// it. The same may well succeed a moment later, so whoever wants may try again.
///
/// Neither a no ([Refused]) nor a failure of a store ([StoreFailure]).
public final class ConnectionFailed extends IOException {
  private final boolean sessionLost;

  private ConnectionFailed(String message, boolean sessionLost, IOException cause) {
    super(message, cause);
    this.sessionLost = sessionLost;
  }

  private ConnectionFailed(String message, boolean sessionLost) {
    super(message);
    this.sessionLost = sessionLost;
  }

  /// The session is gone, or never was.
  public static ConnectionFailed ofSession(String message) {
    return new ConnectionFailed(message, true);
  }

  /// The same, with what the system said.
  public static ConnectionFailed ofSession(String message, IOException cause) {
    return new ConnectionFailed(message, true, cause);
  }

  /// Only the transfer is lost; the session can go on.
  public static ConnectionFailed ofTransfer(String message) {
    return new ConnectionFailed(message, false);
  }

  /// The same, with what the system said.
  public static ConnectionFailed ofTransfer(String message, IOException cause) {
    return new ConnectionFailed(message, false, cause);
  }

  /// Whether a new session must be opened before anything else can be asked.
  public boolean isSessionLost() {
    return sessionLost;
  }
}
