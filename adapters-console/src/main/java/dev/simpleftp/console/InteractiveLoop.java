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
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// Prompts, reads and runs until somebody leaves.
///
/// After Ctrl-C the prompt is back within a second.
final class InteractiveLoop {
  private final CommandRunner runner;
  private final RemoteSession remote;
  private final Screen screen;
  private final CommandThread thread;
  private final Jobs jobs;

  InteractiveLoop(CommandRunner runner, RemoteSession remote, Jobs jobs, ConsoleParts parts) {
    this.runner = runner;
    this.jobs = jobs;
    this.remote = remote;
    this.screen = parts.screen();
    this.thread = new CommandThread(remote, parts.cancellation());
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
    String place =
        "ftp %s@%s:%s"
            .formatted(identity.user(), identity.peer().host(), session.workingDirectory());
    return TerminalText.prompt(place) + "> ";
  }

  private boolean stay(Terminal terminal, String line) {
    return stay(terminal, () -> runner.run(line));
  }

  private boolean stay(Terminal terminal, Supplier<Outcome> command) {
    return switch (thread.run(keys(terminal), command)) {
      case Done _ -> true;
      case Leave _ -> false;
      case Failed(_, var sentence) -> {
        Paragraph.of("", sentence, screen.width()).forEach(screen::error);
        yield true;
      }
    };
  }

  private static CommandThread.Keys keys(Terminal terminal) {
    return action -> {
      Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, _ -> action.run());
      return () -> terminal.handle(Terminal.Signal.INT, before);
    };
  }
}
