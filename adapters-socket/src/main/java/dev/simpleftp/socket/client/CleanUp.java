package dev.simpleftp.socket.client;

import java.io.IOException;

/// Putting a session in order after a transfer that was given up.
@FunctionalInterface
interface CleanUp {
  void run() throws IOException;

  /// Runs it with the thread's interrupt put aside until it is done: an interrupt ends the
  /// transfer, and would close the control connection too if it were still pending.
  static void calmly(CleanUp cleanUp) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      cleanUp.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
