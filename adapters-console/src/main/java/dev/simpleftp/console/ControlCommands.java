package dev.simpleftp.console;

import dev.simpleftp.application.port.in.ChangeDirectory;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.CommandWord;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.Close;
import dev.simpleftp.console.command.ConsoleCommand.Debug;
import dev.simpleftp.console.command.ConsoleCommand.Help;
import dev.simpleftp.console.command.ConsoleCommand.Open;
import dev.simpleftp.console.command.ConsoleCommand.Quit;
import dev.simpleftp.console.command.ConsoleCommand.Status;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.login.LoginSource;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;

/// The commands that begin and end the session, and those about the console itself.
final class ControlCommands {
  private final RemoteSession remote;
  private final LocalSide local;
  private final ChangeDirectory change;
  private final LoginSource logins;
  private final ConsoleParts parts;

  ControlCommands(
      RemoteSession remote, LocalSide local, ChangeDirectory change, Surroundings around) {
    this.remote = remote;
    this.local = local;
    this.change = change;
    this.logins = around.logins();
    this.parts = around.parts();
  }

  /// What the commands need of the world around them.
  record Surroundings(LoginSource logins, ConsoleParts parts) {}

  void execute(ConsoleCommand.Control command) throws IOException, CommandFailure {
    switch (command) {
      case Open(var target) -> open(target);
      case Close() -> close();
      case Quit() -> remote.drop();
      case Help(var subject) -> subject.ifPresentOrElse(this::explain, this::listCommands);
      case Status() -> status();
      case Debug(var on) -> parts.transcript().turn(on);
    }
  }

  private void open(OpenTarget target) throws IOException, CommandFailure {
    Optional<Session> old = remote.current();
    if (old.isPresent()) {
      screen().line("Closing the connection to " + old.get().identity().peer() + " first.");
      remote.close();
    }
    Login login =
        logins.find(target).orElseThrow(() -> new CommandFailure("No login, so not connected."));
    try (var _ = login.secret()) {
      connect(target, login);
    }
    if (target.directory().isPresent()) {
      Session session = remote.required();
      change.change(session, session.resolve(target.directory().get()));
    }
  }

  private void connect(OpenTarget target, Login login) throws IOException, CommandFailure {
    try {
      remote.open(login, target);
      Identity opened = remote.required().identity();
      screen().line("Connected to " + opened.peer() + " as " + opened.user() + ".");
    } catch (Refused refused) {
      String advice = refused.refusal() == Refusal.LOGIN_DENIED ? " " + loginAdvice(target) : "";
      throw new CommandFailure(Failures.sentence(refused) + advice, refused);
    } catch (IOException e) {
      // nothing was open, so nothing is lost: the words of whoever connected say it all
      throw new CommandFailure(Failures.sentence(e), e);
    }
  }

  private static String loginAdvice(OpenTarget target) {
    return "Another user logs in with 'open USER@%s %d'; the password is asked for, or read from %s or ~/.netrc."
        .formatted(target.peer().host(), target.peer().port(), LoginSource.PASSWORD_VARIABLE);
  }

  private void close() throws IOException, CommandFailure {
    Session session = remote.required();
    remote.close();
    screen().line("Disconnected from " + session.identity().peer() + ".");
  }

  private void status() {
    remote.current().ifPresentOrElse(this::connection, () -> screen().line("Not connected."));
    screen().line("Local directory:  " + local.directory());
    screen().line("Debug:            " + (parts.transcript().isOn() ? "on" : "off"));
  }

  private void connection(Session session) {
    Identity identity = session.identity();
    screen().line("Connected to:     " + identity.peer());
    screen().line("User:             " + identity.user());
    screen().line("Remote directory: " + session.workingDirectory());
  }

  private void listCommands() {
    for (CommandWord word : CommandWord.values()) {
      screen().line("%-7s %s".formatted(word.word(), word.help()));
    }
    screen().line("'help COMMAND' explains one.");
  }

  private void explain(CommandWord word) {
    screen().line(word.help());
    screen().line("Usage:   " + word.usage());
    screen().line("Example: " + word.example());
    if (!word.aliases().isEmpty()) {
      screen().line("Also:    " + String.join(", ", word.aliases()));
    }
  }

  private Screen screen() {
    return parts.screen();
  }
}
