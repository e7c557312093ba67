package dev.simpleftp.console;

import dev.simpleftp.application.port.out.ProgressListener;

/// Whether somebody pressed Ctrl-C during the command that runs.
///
/// A transfer notices it between two steps and ends in order, so that the session stays usable; a
/// command that waits for the network is interrupted a moment later.
final class Cancellation {
  private volatile boolean wanted;

  void begin() {
    wanted = false;
  }

  void cancel() {
    wanted = true;
  }

  boolean isWanted() {
    return wanted;
  }

  /// The same progress, ended by a [Cancelled] when it is wanted.
  ProgressListener watch(ProgressListener progress) {
    return transferred -> {
      if (wanted) {
        throw new Cancelled();
      }
      progress.moved(transferred);
    };
  }

  /// Ends a transfer from its progress listener, which may not throw anything checked.
  static final class Cancelled extends RuntimeException {
    Cancelled() {
      super("Interrupted.", null, false, false);
    }
  }
}
