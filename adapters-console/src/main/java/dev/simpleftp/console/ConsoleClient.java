package dev.simpleftp.console;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.login.LoginSource;
import dev.simpleftp.console.terminal.CommandHistory;
import dev.simpleftp.console.terminal.LiveScreen;
import dev.simpleftp.console.terminal.OutputSwitch;
import dev.simpleftp.console.terminal.PlainScreen;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.console.terminal.Terminals;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/// The FTP console: moves files between a remote session and the user's own disk.
///
/// At a terminal it prompts; otherwise it runs commands until the first one fails. The thread that
/// calls [#run] owns both sessions; the caller closes the local one.
public final class ConsoleClient {
  private final ConsoleCore core;
  private final LocalSide local;
  private final ProtocolTranscript transcript;
  private final ConsoleEnvironment environment;
  private final RemoteSession remote;

  /// Makes a console that is not connected.
  ///
  /// @param transcript is told the lines of the protocol by whoever speaks it
  /// @throws IOException when the own disk cannot be used
  public ConsoleClient(
      ConsoleCore core, ProtocolTranscript transcript, ConsoleEnvironment environment)
      throws IOException {
    this.core = core;
    this.local = LocalSide.of(core.local().endpoint(), environment.home());
    this.transcript = transcript;
    this.environment = environment;
    this.remote = new RemoteSession(core.remotes());
  }

  /// Runs until the end of the commands or until somebody leaves.
  ///
  /// @param target whom to connect to first
  /// @param script what to run instead of asking for it
  /// @return [ExitCode#SUCCESS] when somebody left the prompt, whatever failed before
  public ExitCode run(Optional<OpenTarget> target, Optional<Script> script) throws IOException {
    if (script.isEmpty() && environment.terminal()) {
      try (Terminal terminal = Terminals.open()) {
        return runAt(terminal, target);
      }
    }
    return switch (script.orElse(new Script.Input())) {
      case Script.Commands(var text) -> runScript(target, ScriptLoop.Lines.of(List.of(text)));
      case Script.Input() -> runScript(target, ScriptLoop.Lines.of(environment.in()));
      case Script.File(var file) -> runFile(target, file);
    };
  }

  /// Runs one call to its end. Ctrl-C ends it in order.
  public ExitCode run(OneShot call) {
    PrintStream out = environment.out();
    PrintStream err = environment.err();
    boolean json = call.output().json();
    var screen =
        new PlainScreen(
            json ? err : out, err, json ? 0 : environment.width(), ConsoleEnvironment::askSecret);
    var events = new PlainScreen(out, err, 0);
    ConsoleParts parts = parts(screen).with(new RunningCall(call, events::line));
    CommandRunner runner = runner(parts, new MovingCommands(remote, local, core, parts));
    ExitCode code = new OneShotLoop(runner, remote, parts).run(call, ConsoleClient::onSignal);
    boolean lost = code == ExitCode.SUCCESS && out.checkError();
    if (lost) {
      screen.error("The output cannot be written: its disk is full, or nobody reads it.");
    }
    return lost ? ExitCode.LOCAL : code;
  }

  private static Runnable onSignal(Runnable action) {
    ProcessSignals.on("INT", action);
    return () -> {};
  }

  private ExitCode runFile(Optional<OpenTarget> target, Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return runScript(target, ScriptLoop.Lines.of(in));
    } catch (NoSuchFileException _) {
      new PlainScreen(environment.out(), environment.err(), 0)
          .error("There is no script " + file + "; is its name spelled right?");
      return ExitCode.LOCAL;
    }
  }

  /// Prompts at this terminal.
  ExitCode runAt(Terminal terminal, Optional<OpenTarget> target) throws IOException {
    var screen = new LiveScreen(terminal);
    ConsoleParts parts = parts(screen);
    LineReader reader = reader(terminal, new Listings(core.useCases().list(), parts));
    screen.promptsBy(reader);
    var moving = new MovingCommands(remote, local, core, parts);
    new InteractiveLoop(runner(parts, moving), remote, moving.jobs(), parts)
        .run(reader, target.map(ConsoleCommand.Open::new));
    reader.getHistory().save();
    return ExitCode.SUCCESS;
  }

  private ExitCode runScript(Optional<OpenTarget> target, ScriptLoop.Lines lines) {
    ConsoleParts parts =
        parts(new PlainScreen(environment.out(), environment.err(), environment.width()));
    var moving = new MovingCommands(remote, local, core, parts);
    return new ScriptLoop(runner(parts, moving), remote, moving.jobs(), parts.screen())
        .run(target.map(ConsoleCommand.Open::new), lines);
  }

  private ConsoleParts parts(Screen screen) {
    var output = new OutputSwitch(screen);
    transcript.showOn(output);
    return new ConsoleParts(output, transcript, new Cancellation(), ZoneId.systemDefault());
  }

  private CommandRunner runner(ConsoleParts parts, MovingCommands moving) {
    UseCases useCases = core.useCases();
    var logins = new LoginSource(environment.variables(), environment.home(), parts.screen());
    var around = new ControlCommands.Surroundings(logins, bookmarks(), parts, moving.jobs());
    var programs = new Programs(local, environment.variables(), parts);
    var redirector = new Redirector(local, useCases.put(), programs, parts);
    var tools = new ReadCommands.Tools(programs, redirector, parts);
    var commands =
        new CommandRunner.Commands(
            new ControlCommands(remote, useCases.changeDirectory(), around),
            new SettingCommands(remote, local, programs, parts),
            new LookCommands(remote, useCases, new Directories(useCases, parts), parts),
            new ReadCommands(remote, useCases, tools),
            new ChangeCommands(remote, useCases, parts),
            new LocalCommands(local, useCases, new Directories(useCases, parts), parts),
            moving,
            new StreamCommands(remote, useCases, environment, parts),
            new RawCommands(remote, parts));
    var advice = new NameAdvice(remote, local, new Listings(useCases.list(), parts), parts);
    return new CommandRunner(remote, commands, redirector, advice);
  }

  private Bookmarks bookmarks() {
    return new Bookmarks(environment.bookmarksFile());
  }

  private LineReader reader(Terminal terminal, Listings listings) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("simpleftp")
            .parser(TypedLine.parser())
            .completer(new ConsoleCompleter(remote, local, listings, bookmarks()))
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
