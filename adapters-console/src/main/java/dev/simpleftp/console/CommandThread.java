package dev.simpleftp.console;

import dev.simpleftp.console.CommandRunner.Failed;
import dev.simpleftp.console.CommandRunner.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Runs commands so that Ctrl-C ends them within a second.
///
/// Each runs on a thread of its own. A transfer is asked to end in order, whatever still waits is
/// interrupted, and in the end one goes on without it.
final class CommandThread {
  private static final long ORDERLY_MILLIS = 400;
  private static final long PATIENCE_MILLIS = 850;

  private final RemoteSession remote;
  private final Cancellation cancellation;

  CommandThread(RemoteSession remote, Cancellation cancellation) {
    this.remote = remote;
    this.cancellation = cancellation;
  }

  /// Where Ctrl-C arrives.
  @FunctionalInterface
  interface Keys {
    /// Does this from now on when the key is pressed, on any thread.
    ///
    /// @return ends that
    Runnable onInterrupt(Runnable action);
  }

  /// Runs this to its end, or until the key is pressed.
  Outcome run(Keys keys, Supplier<Outcome> command) {
    cancellation.begin();
    boolean wasOpen = remote.isOpen();
    var result = new CompletableFuture<Outcome>();
    Thread worker =
        Thread.ofPlatform()
            .daemon()
            .name("command")
            .unstarted(() -> result.complete(outcome(command)));
    Runnable end = keys.onInterrupt(() -> cancel(worker, result));
    try {
      worker.start();
      Outcome outcome = result.join();
      return cancellation.isWanted() ? interrupted(outcome, wasOpen) : outcome;
    } finally {
      end.run();
    }
  }

  /// What became of the command, also when a fault of this program ended it: the prompt comes back.
  private static Outcome outcome(Supplier<Outcome> command) {
    var task = new FutureTask<>(command::get);
    task.run();
    return task.state() == Future.State.SUCCESS
        ? task.resultNow()
        : new Failed(
            ExitCode.FAILURE,
            "The command failed by a fault of this program (" + task.exceptionNow() + ").");
  }

  /// Runs on the thread of the signal and must not wait.
  private void cancel(Thread worker, CompletableFuture<Outcome> result) {
    if (cancellation.isYielded()) {
      return; // the key was meant for the program that has the terminal
    }
    cancellation.cancel();
    CompletableFuture.delayedExecutor(ORDERLY_MILLIS, TimeUnit.MILLISECONDS)
        .execute(() -> interruptIfBusy(worker, result));
    result.completeOnTimeout(
        new Failed(ExitCode.INTERRUPTED, ""), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void interruptIfBusy(Thread worker, CompletableFuture<Outcome> result) {
    if (!result.isDone()) {
      worker.interrupt();
    }
  }

  /// What is left of the session after Ctrl-C. A command that never came back keeps the line, so
  /// the line goes with it.
  private Outcome interrupted(Outcome outcome, boolean wasOpen) {
    if (!(outcome instanceof Failed(_, var sentence))) {
      return outcome;
    }
    if (sentence.isEmpty()) {
      remote.abandon();
    }
    boolean closed = wasOpen && !remote.isOpen();
    return new Failed(
        ExitCode.INTERRUPTED, closed ? "Interrupted; the connection is closed." : "Interrupted.");
  }
}
