package dev.simpleftp.console;

import dev.simpleftp.application.port.out.ProgressListener;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether somebody pressed Ctrl-C during the command that runs.
///
/// A transfer notices it between two steps and ends in order, so that the session stays usable; a
/// command that waits for the network is interrupted a moment later. While another program has the
/// terminal, such as an editor, the key is that program's.
final class Cancellation {
  private final AtomicReference<@Nullable Process> guest = new AtomicReference<>();
  private volatile boolean wanted;

  void begin() {
    wanted = false;
    guest.set(null);
  }

  void cancel() {
    wanted = true;
  }

  boolean isWanted() {
    return wanted;
  }

  /// Leaves the keys to this program until it ends.
  void yieldTo(Process program) {
    guest.set(program);
  }

  /// Whether the keys are another program's just now.
  boolean isYielded() {
    Process program = guest.get();
    return program != null && program.isAlive();
  }

  /// Ends the command here if it is no longer wanted.
  void check() {
    if (wanted) {
      throw new Cancelled();
    }
  }

  /// The same progress, ended by a [Cancelled] when it is wanted.
  ProgressListener watch(ProgressListener progress) {
    return transferred -> {
      check();
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
