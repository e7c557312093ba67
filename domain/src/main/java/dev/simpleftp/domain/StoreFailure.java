package dev.simpleftp.domain;

import java.io.IOException;

/// The store itself failed (a device error, a file that shrank while it was read); the line is
/// sound.
public final class StoreFailure extends IOException {
  public StoreFailure(String message) {
    super(message);
  }

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
