package dev.simpleftp.console;

import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.CommandParser;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.Optional;

/// Runs one line and says in words why it failed.
final class CommandRunner {
  private final RemoteSession remote;
  private final ControlCommands control;
  private final TreeCommands trees;
  private final TransferCommands transfers;

  CommandRunner(
      RemoteSession remote,
      ControlCommands control,
      TreeCommands trees,
      TransferCommands transfers) {
    this.remote = remote;
    this.control = control;
    this.trees = trees;
    this.transfers = transfers;
  }

  /// What became of a line.
  sealed interface Outcome {}

  record Done() implements Outcome {}

  record Leave() implements Outcome {}

  record Failed(ExitCode code, String sentence) implements Outcome {}

  /// Runs the line on this thread; only one runs at a time.
  Outcome run(String line) {
    Optional<ConsoleCommand> command;
    try {
      command = CommandParser.parse(line);
    } catch (BadCommand bad) {
      return new Failed(ExitCode.USAGE, String.valueOf(bad.getMessage()));
    }
    return command.map(this::run).orElseGet(Done::new);
  }

  /// Runs a command that was read already.
  Outcome run(ConsoleCommand command) {
    try {
      remote.inUse.lockInterruptibly();
    } catch (InterruptedException _) {
      return failed("Interrupted.");
    }
    try {
      return execute(command);
    } finally {
      remote.inUse.unlock();
    }
  }

  private Outcome execute(ConsoleCommand command) {
    try {
      dispatch(command);
      return command instanceof ConsoleCommand.Quit ? new Leave() : new Done();
    } catch (CommandFailure failure) {
      return failed(String.valueOf(failure.getMessage()));
    } catch (Cancellation.Cancelled _) {
      return failed("Interrupted.");
    } catch (Refused refused) {
      return failed(
          subject(command) + Failures.sentence(refused) + Failures.advice(refused.refusal()));
    } catch (StoreFailure failure) {
      return failed(subject(command) + Failures.sentence(failure));
    } catch (IOException failure) {
      return broken(command, failure);
    }
  }

  private void dispatch(ConsoleCommand command) throws IOException, CommandFailure {
    switch (command) {
      case ConsoleCommand.Control c -> control.execute(c);
      case ConsoleCommand.RemoteTree c -> trees.execute(c);
      case ConsoleCommand.LocalTree c -> trees.execute(c);
      case ConsoleCommand.Transfer c -> transfers.execute(c);
    }
  }

  /// Neither a no nor a fault of a store: whatever touched the line has lost it, unless only a
  /// transfer was cut off.
  private Outcome broken(ConsoleCommand command, IOException failure) {
    boolean local = command instanceof ConsoleCommand.LocalTree;
    boolean alive = failure instanceof ConnectionFailed failed && !failed.isSessionLost();
    boolean lost = !local && !alive && remote.drop();
    String sentence = subject(command) + Failures.sentence(failure);
    return failed(lost ? "The connection is lost and now closed. " + sentence : sentence);
  }

  private static Outcome failed(String sentence) {
    return new Failed(ExitCode.FAILURE, sentence);
  }

  /// The command and the name a failure is about.
  private static String subject(ConsoleCommand command) {
    return switch (command) {
      case ConsoleCommand.ListDirectory c -> named(c.path());
      case ConsoleCommand.ChangeDirectory c -> named(c.path());
      case ConsoleCommand.Size c -> named(c.path());
      case ConsoleCommand.Remove c -> named(c.path());
      case ConsoleCommand.MakeDirectory c -> named(c.path());
      case ConsoleCommand.RemoveDirectory c -> named(c.path());
      case ConsoleCommand.Rename c -> named(c.from() + " -> " + c.to());
      case ConsoleCommand.LocalChangeDirectory c -> named(c.path());
      case ConsoleCommand.LocalList c -> named(c.path());
      case ConsoleCommand.Get c -> named("get " + c.remote());
      case ConsoleCommand.Put c -> named("put " + c.local());
      case ConsoleCommand.Control _,
          ConsoleCommand.PrintDirectory _,
          ConsoleCommand.LocalPrintDirectory _ ->
          "";
    };
  }

  private static String named(String name) {
    return name.isEmpty() ? "" : name + ": ";
  }
}
