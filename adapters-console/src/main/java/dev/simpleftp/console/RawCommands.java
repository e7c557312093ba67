package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.terminal.Screen;
import java.io.IOException;

/// The commands that speak with the other side in its own words.
final class RawCommands {
  private final RemoteSession remote;
  private final Screen screen;

  RawCommands(RemoteSession remote, ConsoleParts parts) {
    this.remote = remote;
    this.screen = parts.screen();
  }

  void execute(ConsoleCommand.Raw command) throws IOException, CommandFailure {
    Session session = remote.required();
    switch (command) {
      case ConsoleCommand.Features() -> say(session, "FEAT");
      case ConsoleCommand.Quote(var line) -> say(session, line);
    }
  }

  private void say(Session session, String line) throws IOException, CommandFailure {
    Capability.RawCommands raw =
        session
            .store()
            .capability(Capability.RawCommands.class)
            .orElseThrow(
                () -> new CommandFailure("There is nobody here who understands such commands."));
    raw.send(line).forEach(screen::line);
  }
}
