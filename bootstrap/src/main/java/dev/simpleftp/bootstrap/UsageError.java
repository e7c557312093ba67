package dev.simpleftp.bootstrap;

import java.io.Serial;

/// What the user asked for cannot be done; the message is one sentence with cause and remedy.
final class UsageError extends Exception {
  @Serial private static final long serialVersionUID = 1;

  UsageError(String message) {
    super(message);
  }
}
