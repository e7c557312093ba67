package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.CommandLine;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.login.LoginSource;
import dev.simpleftp.console.terminal.CommandHistory;
import dev.simpleftp.console.terminal.LiveScreen;
import dev.simpleftp.console.terminal.PlainScreen;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.console.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/// The FTP console: moves files between a remote session and the user's own disk.
///
/// At a terminal it prompts; otherwise it runs commands until the first one fails. The thread that
/// calls [#run] owns both sessions; the caller closes the local one.
public final class ConsoleClient {
  private final UseCases useCases;
  private final LocalSide local;
  private final ProtocolTranscript transcript;
  private final ConsoleEnvironment environment;
  private final RemoteSession remote;

  /// Makes a console that is not connected.
  ///
  /// @param doors open the sessions that `open` asks for
  /// @param local the user's own disk
  /// @param transcript is told the lines of the protocol by whoever speaks it
  public ConsoleClient(
      UseCases useCases,
      Doors doors,
      Session local,
      ProtocolTranscript transcript,
      ConsoleEnvironment environment) {
    this.useCases = useCases;
    this.local = new LocalSide(local, environment.home());
    this.transcript = transcript;
    this.environment = environment;
    this.remote = new RemoteSession(doors, useCases.close());
  }

  /// Runs until the end of the commands or until somebody leaves.
  ///
  /// @param target whom to connect to first
  /// @param commands to run instead of asking for them, parted by `;`
  /// @return [ExitCode#SUCCESS] when somebody left the prompt, whatever failed before
  public ExitCode run(Optional<OpenTarget> target, Optional<String> commands) throws IOException {
    if (commands.isEmpty() && environment.terminal()) {
      try (Terminal terminal = Terminals.open()) {
        return runAt(terminal, target);
      }
    }
    return runScript(
        target,
        commands
            .map(CommandLine::commands)
            .map(ScriptLoop.Lines::of)
            .orElseGet(() -> ScriptLoop.Lines.of(environment.in())));
  }

  /// Prompts at this terminal.
  ExitCode runAt(Terminal terminal, Optional<OpenTarget> target) throws IOException {
    ConsoleParts parts = parts(new LiveScreen(terminal));
    LineReader reader = reader(terminal, new Listings(useCases.list(), parts));
    new InteractiveLoop(runner(parts), remote, parts)
        .run(reader, target.map(ConsoleCommand.Open::new));
    reader.getHistory().save();
    return ExitCode.SUCCESS;
  }

  private ExitCode runScript(Optional<OpenTarget> target, ScriptLoop.Lines lines) {
    ConsoleParts parts =
        parts(new PlainScreen(environment.out(), environment.err(), environment.width()));
    return new ScriptLoop(runner(parts), remote, parts.screen())
        .run(target.map(ConsoleCommand.Open::new), lines);
  }

  private ConsoleParts parts(Screen screen) {
    transcript.showOn(screen);
    return new ConsoleParts(screen, transcript, new Cancellation(), ZoneId.systemDefault());
  }

  private CommandRunner runner(ConsoleParts parts) {
    var logins = new LoginSource(environment.variables(), environment.home(), parts.screen());
    var around = new ControlCommands.Surroundings(logins, parts);
    return new CommandRunner(
        remote,
        new ControlCommands(remote, local, useCases.changeDirectory(), around),
        new TreeCommands(remote, local, useCases, parts),
        new TransferCommands(remote, local, useCases, parts));
  }

  private LineReader reader(Terminal terminal, Listings listings) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("simpleftp")
            .completer(new ConsoleCompleter(remote, local, listings))
            .history(new CommandHistory())
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            // Pasted lines are commands of their own, not one long one.
            .option(LineReader.Option.BRACKETED_PASTE, false)
            .build();
    keepHistory(reader);
    return reader;
  }

  /// Where no file can be kept, for example without a home, the history lasts as long as the
  /// console.
  private void keepHistory(LineReader reader) {
    Path file = environment.historyFile();
    try {
      CommandHistory.prepare(file);
      reader.setVariable(LineReader.HISTORY_FILE, file);
      reader.getHistory().load();
    } catch (IOException e) {
      environment.err().println("simpleftp: The history cannot be kept in " + file + ".");
    }
  }
}
