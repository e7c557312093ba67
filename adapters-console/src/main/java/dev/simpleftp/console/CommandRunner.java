package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.CommandParser;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.Statement;
import dev.simpleftp.console.command.Token;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Runs one line and says in words why it failed.
final class CommandRunner {
  private final RemoteSession remote;
  private final Commands commands;
  private final Redirector redirector;
  private final NameAdvice advice;

  CommandRunner(RemoteSession remote, Commands commands, Redirector redirector, NameAdvice advice) {
    this.remote = remote;
    this.commands = commands;
    this.redirector = redirector;
    this.advice = advice;
  }

  /// The commands by subject.
  record Commands(
      ControlCommands control,
      SettingCommands settings,
      LookCommands looks,
      ReadCommands reads,
      ChangeCommands changes,
      LocalCommands locals,
      MovingCommands moving,
      StreamCommands streams,
      RawCommands raw) {

    void execute(ConsoleCommand command) throws IOException, CommandFailure {
      switch (command) {
        case ConsoleCommand.Connecting c -> control.execute(c);
        case ConsoleCommand.Setting c -> settings.execute(c);
        case ConsoleCommand.Looking c -> looks.execute(c);
        case ConsoleCommand.Reading c -> reads.execute(c);
        case ConsoleCommand.Changing c -> changes.execute(c);
        case ConsoleCommand.LocalTree c -> locals.execute(c);
        case ConsoleCommand.Transfer c -> moving.execute(c);
        case ConsoleCommand.OfJobs c -> moving.jobs().execute(c);
        case ConsoleCommand.Streaming c -> streams.execute(c);
        case ConsoleCommand.Raw c -> raw.execute(c);
      }
    }
  }

  /// What became of a line.
  sealed interface Outcome {}

  record Done() implements Outcome {}

  record Leave() implements Outcome {}

  record Failed(ExitCode code, String sentence) implements Outcome {}

  /// Runs the commands of the line on this thread, up to the first that fails; only one line runs
  /// at a time.
  Outcome run(String line) {
    try {
      Iterator<List<Token>> rest = CommandParser.split(line).iterator();
      Outcome outcome = new Done();
      while (rest.hasNext() && outcome instanceof Done) {
        outcome = run(CommandParser.parse(rest.next()));
      }
      return outcome;
    } catch (BadCommand bad) {
      return new Failed(ExitCode.USAGE, String.valueOf(bad.getMessage()));
    }
  }

  /// Runs a command that was read already.
  Outcome run(ConsoleCommand command) {
    return run(new Statement(command));
  }

  private Outcome run(Statement statement) {
    try {
      remote.inUse.lockInterruptibly();
    } catch (InterruptedException _) {
      return interrupted();
    }
    try {
      return execute(statement);
    } finally {
      remote.inUse.unlock();
    }
  }

  private Outcome execute(Statement statement) {
    ConsoleCommand command = statement.command();
    try {
      redirector.run(statement.output(), () -> carryOut(statement));
      return command instanceof ConsoleCommand.Quit ? new Leave() : new Done();
    } catch (CommandFailure failure) {
      return failed(failure.code(), remote.dropIfLost(), sentence(command, failure));
    } catch (Cancellation.Cancelled _) {
      return interrupted();
    } catch (Refused refused) {
      return failed(code(command, refused), false, sentence(command, command.subject(), refused));
    } catch (StoreFailure failure) {
      String sentence = named(command.subject()) + Failures.sentence(failure);
      return failed(code(command, failure), false, sentence);
    } catch (CopyFile.Mismatch mismatch) {
      String sentence = named(command.subject()) + Failures.sentence(mismatch);
      return failed(ExitCode.MISMATCH, false, sentence);
    } catch (UncheckedIOException failure) {
      String sentence = "The output cannot be written: " + Failures.sentence(failure);
      return failed(ExitCode.LOCAL, false, sentence);
    } catch (IOException failure) {
      return broken(command, failure);
    }
  }

  private void carryOut(Statement statement) throws IOException, CommandFailure {
    if (!(statement.command() instanceof ConsoleCommand.Quit)) {
      commands.moving().jobs().heardFrom();
    }
    if (statement.background() && statement.command() instanceof ConsoleCommand.Transfer transfer) {
      commands.moving().jobs().start(transfer);
    } else {
      commands.execute(statement.command());
    }
  }

  /// Neither a no nor a fault of a store: whatever touched the line has lost it, unless only a
  /// transfer was cut off.
  private Outcome broken(ConsoleCommand command, IOException failure) {
    boolean lineOnly = failure instanceof ConnectionFailed line && !line.isSessionLost();
    boolean lost = !isLocal(command) && !lineOnly && remote.drop();
    String sentence = named(command.subject()) + Failures.sentence(failure);
    return failed(code(command, failure), lost, sentence);
  }

  private static boolean isLocal(ConsoleCommand command) {
    return command instanceof ConsoleCommand.LocalTree;
  }

  private static ExitCode code(ConsoleCommand command, IOException failure) {
    return Failures.code(failure, isLocal(command));
  }

  private String sentence(ConsoleCommand command, CommandFailure failure) {
    return failure
        .about()
        .map(about -> sentence(command, about.name(), about.refused()))
        .orElseGet(() -> String.valueOf(failure.getMessage()));
  }

  /// A name that is not there may be a slip: then the one that is meant helps more than advice.
  private String sentence(ConsoleCommand command, String subject, Refused refused) {
    Optional<String> near =
        refused.refusal() == Refusal.NOT_FOUND ? advice.near(command, subject) : Optional.empty();
    return named(subject)
        + Failures.sentence(refused)
        + near.map(name -> " Did you mean " + name + "?")
            .orElseGet(() -> advice.against(refused.refusal()));
  }

  /// @param lost whether the session was lost with it
  private static Outcome failed(ExitCode code, boolean lost, String sentence) {
    return new Failed(code, lost ? "The connection is lost and now closed. " + sentence : sentence);
  }

  private static Outcome interrupted() {
    return new Failed(ExitCode.INTERRUPTED, "Interrupted.");
  }

  private static String named(String name) {
    return name.isEmpty() ? "" : name + ": ";
  }
}
