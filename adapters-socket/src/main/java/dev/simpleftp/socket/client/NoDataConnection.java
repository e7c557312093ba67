package dev.simpleftp.socket.client;

import java.io.IOException;

/// The server offered no data connection, or it could not be made; the control connection is sound.
final class NoDataConnection extends IOException {
  NoDataConnection(String message) {
    super(message);
  }

  NoDataConnection(String message, Throwable cause) {
    super(message, cause);
  }
}
