package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Capability.Facts.Fact;
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
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The commands about the console itself.
final class SettingCommands {
  /// `open` shows the greeting, `features` the features.
  private static final Set<String> TOLD_ELSEWHERE = Set.of("greeting", "features");

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

  void execute(ConsoleCommand.Setting command) throws IOException, CommandFailure {
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

  private void status() throws IOException {
    remote.current().ifPresentOrElse(this::connection, () -> screen().line("Not connected."));
    line("Local directory", local.directory().toString());
    line("Debug", onOff(parts.transcript().isShown()));
    line("Explain", onOff(parts.transcript().isExplained()));
    if (remote.current().isPresent()) {
      server(remote.current().get());
    }
  }

  /// What the server can do, and how we get along with what it cannot.
  private void server(Session session) throws IOException {
    var facts = session.store().capability(Capability.Facts.class);
    for (Fact fact : facts.isPresent() ? facts.get().facts() : List.<Fact>of()) {
      if (!TOLD_ELSEWHERE.contains(fact.topic())) {
        line(
            fact.topic().substring(0, 1).toUpperCase(Locale.ROOT) + fact.topic().substring(1),
            fact.text());
      }
    }
  }

  private void line(String topic, String text) {
    screen().line("%-18s%s".formatted(topic + ":", text));
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }

  private void connection(Session session) {
    Identity identity = session.identity();
    line("Connected to", identity.peer().toString());
    line("User", identity.user());
    line("Remote directory", session.workingDirectory().toString());
  }

  private Screen screen() {
    return parts.screen();
  }
}
