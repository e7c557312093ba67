package dev.simpleftp.console;

import dev.simpleftp.console.CommandRunner.Done;
import dev.simpleftp.console.CommandRunner.Failed;
import dev.simpleftp.console.CommandRunner.Outcome;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.terminal.Screen;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// One transfer in the background, on a thread and with sessions of its own.
final class Job {
  private static final long ORDERLY_MILLIS = 400;
  private static final long PATIENCE_MILLIS = 850;

  private final int number;
  private final ConsoleCommand.Transfer command;
  private final JobScreen screen = new JobScreen();
  private final CompletableFuture<Outcome> end = new CompletableFuture<>();

  /// Done when this job has ended and so have those it was queued behind.
  private CompletableFuture<?> over = end;

  private final Work work;
  private final Thread thread;
  private volatile boolean waiting;
  private boolean told;

  Job(int number, ConsoleCommand.Transfer command, WorkMaker maker) {
    this.number = number;
    this.command = command;
    this.work = maker.make(screen);
    this.thread = Thread.ofPlatform().daemon().name("job-" + number).unstarted(this::run);
  }

  /// What a job does.
  interface Work {
    Outcome run();

    /// Asks it to end in order.
    void cancel();

    /// Takes the sessions away from it. Comes from another thread.
    void abandon();
  }

  /// Makes the work, told where it shows itself.
  @FunctionalInterface
  interface WorkMaker {
    Work make(Screen screen);
  }

  void start() {
    thread.start();
  }

  /// Starts when this other job has ended, however, and its turn had come.
  void startAfter(Job before) {
    waiting = true;
    over = CompletableFuture.allOf(end, before.over);
    var _ = before.over.whenComplete((_, _) -> start());
  }

  /// A fault of this program must not leave others waiting for the end.
  private void run() {
    waiting = false;
    var task = new FutureTask<>(work::run);
    task.run();
    screen.status("");
    end.complete(
        task.state() == Future.State.SUCCESS
            ? task.resultNow()
            : new Failed(
                ExitCode.FAILURE,
                "It failed by a fault of this program (" + task.exceptionNow() + ")."));
  }

  void kill() {
    work.cancel();
    if (waiting) {
      end.complete(new Failed(ExitCode.INTERRUPTED, "Interrupted."));
      return;
    }
    after(ORDERLY_MILLIS, thread::interrupt);
    after(PATIENCE_MILLIS, work::abandon);
  }

  private void after(long millis, Runnable action) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
        .execute(() -> {
          if (!end.isDone()) {
            action.run();
          }
        });
  }

  int number() {
    return number;
  }

  boolean isRunning() {
    return !end.isDone();
  }

  CompletableFuture<Outcome> end() {
    return end;
  }

  JobScreen screen() {
    return screen;
  }

  /// The exit code, when it has failed.
  Optional<ExitCode> failure() {
    return end.getNow(new Done()) instanceof Failed(var code, _)
        ? Optional.of(code)
        : Optional.empty();
  }

  /// The number, the state and the command in one line.
  String line() {
    String state = isRunning() ? (waiting ? "queued" : "running") : ended();
    return "[%d] %-8s %s".formatted(number, state, command.subject());
  }

  private String ended() {
    return failure().isPresent() ? "failed" : "done";
  }

  /// Shows how it ended, once.
  void tell(Screen to) {
    if (told || isRunning()) {
      return;
    }
    told = true;
    to.line(line());
    screen.tell(to);
    if (end.getNow(new Done()) instanceof Failed(_, var sentence)) {
      to.error("  " + sentence);
    }
  }

  boolean isTold() {
    return told;
  }
}
