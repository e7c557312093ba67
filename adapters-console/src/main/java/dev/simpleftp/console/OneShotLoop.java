package dev.simpleftp.console;

import dev.simpleftp.console.CommandRunner.Done;
import dev.simpleftp.console.CommandRunner.Failed;
import dev.simpleftp.console.CommandRunner.Outcome;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.progress.JsonEvents;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/// Runs the steps of one call, up to the first that fails.
final class OneShotLoop {
  private final CommandRunner runner;
  private final RemoteSession remote;
  private final ConsoleParts parts;
  private Optional<OpenTarget> here = Optional.empty();

  OneShotLoop(CommandRunner runner, RemoteSession remote, ConsoleParts parts) {
    this.runner = runner;
    this.remote = remote;
    this.parts = parts;
  }

  /// Runs them all and ends the session.
  ///
  /// @param keys where Ctrl-C arrives
  ExitCode run(OneShot call, CommandThread.Keys keys) {
    parts.transcript().show(call.output().debug());
    Outcome outcome = new CommandThread(remote, parts.cancellation()).run(keys, () -> steps(call));
    return outcome instanceof Failed failed ? told(failed) : ExitCode.SUCCESS;
  }

  private ExitCode told(Failed failed) {
    String kind = failed.code().name().toLowerCase(Locale.ROOT);
    parts
        .events()
        .ifPresent(events ->
            events.accept(JsonEvents.error(kind, failed.code().number(), failed.sentence())));
    parts.screen().error(failed.sentence());
    return failed.code();
  }

  private Outcome steps(OneShot call) {
    try {
      Iterator<OneShot.Step> rest = call.steps().iterator();
      Outcome outcome = new Done();
      while (rest.hasNext() && outcome instanceof Done) {
        outcome = step(rest.next(), call.output().quiet());
      }
      return outcome;
    } finally {
      remote.drop();
    }
  }

  private Outcome step(OneShot.Step step, boolean quiet) {
    boolean connected = here.filter(step.target()::equals).isPresent() && remote.isOpen();
    Outcome outcome = connected ? new Done() : open(step.target());
    return outcome instanceof Done ? command(step.command(), quiet) : outcome;
  }

  private Outcome command(ConsoleCommand command, boolean quiet) {
    return quiet ? silently(command) : runner.run(command);
  }

  /// That there is a connection is no result of such a call.
  private Outcome open(OpenTarget target) {
    here = Optional.of(target);
    return silently(new ConsoleCommand.Open(target));
  }

  /// Failures and warnings are told all the same.
  private Outcome silently(ConsoleCommand command) {
    parts.screen().redirect(OutputStream.nullOutputStream());
    try {
      return runner.run(command);
    } finally {
      parts.screen().restore();
    }
  }
}
