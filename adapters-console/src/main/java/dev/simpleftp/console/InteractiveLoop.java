package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.CommandRunner.Done;
import dev.simpleftp.console.CommandRunner.Failed;
import dev.simpleftp.console.CommandRunner.Leave;
import dev.simpleftp.console.CommandRunner.Outcome;
import dev.simpleftp.console.command.ConsoleCommand.Open;
import dev.simpleftp.console.terminal.Paragraph;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.console.terminal.TerminalText;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// Prompts, reads and runs until somebody leaves.
///
/// Each command runs on a virtual thread, because blocking on a socket there can be interrupted.
/// Ctrl-C asks a transfer to end in order, interrupts whatever still waits, and in the end goes on
/// without it: within a second the prompt is back.
final class InteractiveLoop {
  private static final long ORDERLY_MILLIS = 400;
  private static final long PATIENCE_MILLIS = 850;

  private final CommandRunner runner;
  private final RemoteSession remote;
  private final Screen screen;
  private final Cancellation cancellation;
  private final Jobs jobs;

  InteractiveLoop(CommandRunner runner, RemoteSession remote, Jobs jobs, ConsoleParts parts) {
    this.runner = runner;
    this.jobs = jobs;
    this.remote = remote;
    this.screen = parts.screen();
    this.cancellation = parts.cancellation();
  }

  /// Opens a session first if told so, then runs what is typed.
  void run(LineReader reader, Optional<Open> first) {
    first.ifPresent(open -> stay(reader.getTerminal(), () -> runner.run(open)));
    boolean staying = true;
    while (staying) {
      jobs.tellEnded();
      try {
        staying = stay(reader.getTerminal(), reader.readLine(prompt()));
      } catch (UserInterruptException _) {
        screen.status("");
      } catch (EndOfFileException _) {
        staying = stay(reader.getTerminal(), "quit");
      }
    }
  }

  private String prompt() {
    return remote.current().map(InteractiveLoop::prompt).orElse("ftp> ");
  }

  private static String prompt(Session session) {
    var identity = session.identity();
    return TerminalText.clean(
            "ftp "
                + identity.user()
                + "@"
                + identity.peer().host()
                + ":"
                + session.workingDirectory())
        + "> ";
  }

  private boolean stay(Terminal terminal, String line) {
    return stay(terminal, () -> runner.run(line));
  }

  private boolean stay(Terminal terminal, Supplier<Outcome> command) {
    cancellation.begin();
    return switch (runCancellably(terminal, command)) {
      case Done _ -> true;
      case Leave _ -> false;
      case Failed(_, var sentence) -> {
        Paragraph.of("", sentence, screen.width()).forEach(screen::error);
        yield true;
      }
    };
  }

  private Outcome runCancellably(Terminal terminal, Supplier<Outcome> command) {
    boolean wasOpen = remote.isOpen();
    var result = new CompletableFuture<Outcome>();
    Thread worker =
        Thread.ofVirtual().name("command").unstarted(() -> result.complete(outcome(command)));
    Terminal.SignalHandler before =
        terminal.handle(Terminal.Signal.INT, _ -> cancel(worker, result));
    try {
      worker.start();
      Outcome outcome = result.join();
      return cancellation.isWanted() ? interrupted(outcome, wasOpen) : outcome;
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
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
    if (!(outcome instanceof Failed(var code, var sentence))) {
      return outcome;
    }
    if (sentence.isEmpty()) {
      remote.abandon();
    }
    boolean closed = wasOpen && !remote.isOpen();
    return new Failed(code, closed ? "Interrupted; the connection is closed." : "Interrupted.");
  }
}
