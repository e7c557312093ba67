package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.Debug;
import dev.simpleftp.console.command.ConsoleCommand.Explain;
import dev.simpleftp.console.command.ConsoleCommand.Help;
import dev.simpleftp.console.command.ConsoleCommand.Shell;
import dev.simpleftp.console.command.ConsoleCommand.Status;
import dev.simpleftp.console.command.ConsoleCommand.Tell;
import dev.simpleftp.console.terminal.Paragraph;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Identity;

/// The commands about the console itself.
final class SettingCommands {
  private final RemoteSession remote;
  private final LocalSide local;
  private final Programs programs;
  private final HelpText help;
  private final ConsoleParts parts;

  SettingCommands(RemoteSession remote, LocalSide local, Programs programs, ConsoleParts parts) {
    this.remote = remote;
    this.local = local;
    this.programs = programs;
    this.help = new HelpText(parts.screen());
    this.parts = parts;
  }

  void execute(ConsoleCommand.Setting command) throws CommandFailure {
    switch (command) {
      case Help(var page) -> help.show(page);
      case Status() -> status();
      case Debug(var on) -> parts.transcript().show(on);
      case Explain(var on) -> parts.transcript().explain(on);
      case Tell(var text, var granted) -> tell(text, granted);
      case Shell(var line) -> programs.runLine(line);
    }
  }

  private void tell(String text, boolean granted) throws CommandFailure {
    if (!granted) {
      throw new CommandFailure(text);
    }
    Paragraph.of("", text, screen().width()).forEach(screen()::line);
  }

  private void status() {
    remote.current().ifPresentOrElse(this::connection, () -> screen().line("Not connected."));
    screen().line("Local directory:  " + local.directory());
    screen().line("Debug:            " + onOff(parts.transcript().isShown()));
    screen().line("Explain:          " + onOff(parts.transcript().isExplained()));
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private void connection(Session session) {
    Identity identity = session.identity();
    screen().line("Connected to:     " + identity.peer());
    screen().line("User:             " + identity.user());
    screen().line("Remote directory: " + session.workingDirectory());
  }

  private Screen screen() {
    return parts.screen();
  }
}
