package dev.simpleftp.console;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether somebody pressed Ctrl-C during the command that runs.
///
/// A transfer notices it between two steps and ends in order, so that the session stays usable; a
/// command that waits for the network is interrupted a moment later. While another program has the
/// terminal, such as an editor, the key is that program's.
final class Cancellation {
  private final AtomicReference<@Nullable Process> guest = new AtomicReference<>();
  private final AtomicReference<Command> running = new AtomicReference<>(new Command());

  /// A command that can be ended.
  private static final class Command {
    private volatile boolean wanted = true;

    void check() {
      if (!wanted) {
        throw new Cancelled();
      }
    }
  }

  /// The next command begins.
  void begin() {
    running.set(new Command());
    guest.set(null);
  }

  void cancel() {
    running.get().wanted = false;
  }

  boolean isWanted() {
    return !running.get().wanted;
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
    running.get().check();
  }

  /// The check of the command that runs now, for a thread that may still run when the next command
  /// has begun.
  Runnable watch() {
    return running.get()::check;
  }

  /// Ends a transfer from its progress listener, which may not throw anything checked.
  static final class Cancelled extends RuntimeException {
    Cancelled() {
      super("Interrupted.", null, false, false);
    }
  }
}
