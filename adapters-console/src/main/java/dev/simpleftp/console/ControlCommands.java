package dev.simpleftp.console;

import dev.simpleftp.application.port.in.ChangeDirectory;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ConsoleCommand.AddBookmark;
import dev.simpleftp.console.command.ConsoleCommand.Close;
import dev.simpleftp.console.command.ConsoleCommand.Open;
import dev.simpleftp.console.command.ConsoleCommand.Quit;
import dev.simpleftp.console.command.ConsoleCommand.RemoveBookmark;
import dev.simpleftp.console.command.ConsoleCommand.ShowBookmarks;
import dev.simpleftp.console.command.ConsoleCommand.User;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.console.login.LoginSource;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The commands that begin and end the session, and the bookmarks that lead to one.
final class ControlCommands {
  private final RemoteSession remote;
  private final ChangeDirectory change;
  private final LoginSource logins;
  private final Bookmarks bookmarks;
  private final ConsoleParts parts;
  private final Jobs jobs;

  ControlCommands(RemoteSession remote, ChangeDirectory change, Surroundings around) {
    this.remote = remote;
    this.change = change;
    this.logins = around.logins();
    this.bookmarks = around.bookmarks();
    this.parts = around.parts();
    this.jobs = around.jobs();
  }

  /// What the commands need of the world around them.
  record Surroundings(LoginSource logins, Bookmarks bookmarks, ConsoleParts parts, Jobs jobs) {}

  void execute(ConsoleCommand.Connecting command) throws IOException, CommandFailure {
    switch (command) {
      case Open(var target) -> open(bookmarked(target));
      case User(var name) -> {
        var peer = remote.required().identity().peer();
        open(new OpenTarget(Optional.of(name), peer, Optional.empty()).by(remote.scheme()));
      }
      case Close() -> close();
      case Quit() -> {
        jobs.requireLeave();
        remote.drop();
      }
      case ShowBookmarks() -> showBookmarks();
      case AddBookmark(var name, var target) -> addBookmark(name, target);
      case RemoveBookmark(var name) -> bookmarks.remove(name);
    }
  }

  private OpenTarget bookmarked(OpenTarget target) throws CommandFailure {
    Optional<String> name = target.bareName();
    if (name.isEmpty()) {
      return target;
    }
    Optional<OpenTarget> kept = bookmarks.find(name.get());
    return kept.map(place -> place.protectedAs(target.scheme())).orElse(target);
  }

  private void open(OpenTarget target) throws IOException, CommandFailure {
    if (target.password().isPresent()) {
      screen()
          .note(
              "Warning: a password in an address is seen by whoever looks on. Leave it out: you are"
                  + " asked for it, or it is read from ~/.netrc.");
    }
    Optional<Session> old = remote.current();
    if (old.isPresent()) {
      screen().line("Closing the connection to " + old.get().identity().peer() + " first.");
      remote.close();
    }
    Login login =
        logins
            .find(target)
            .orElseThrow(() -> new CommandFailure(ExitCode.LOGIN, "No login, so not connected."));
    connect(target, login);
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
      throw new CommandFailure(
          Failures.code(refused, false), Failures.sentence(refused) + advice, refused);
    } catch (IOException e) {
      // nothing was open, so nothing is lost: the words of whoever connected say it all
      throw new CommandFailure(Failures.code(e, false), Failures.sentence(e), e);
    }
  }

  private String loginAdvice(OpenTarget target) {
    String how =
        parts.call().isPresent()
            ? "with " + target.scheme().prefix() + "USER@" + target.peer() + "/"
            : "with 'open USER@%s %d'".formatted(target.peer().host(), target.peer().port());
    return "Another user logs in %s; the password is asked for, or read from %s or ~/.netrc."
        .formatted(how, LoginSource.PASSWORD_VARIABLE);
  }

  private void close() throws IOException, CommandFailure {
    Session session = remote.required();
    remote.close();
    screen().line("Disconnected from " + session.identity().peer() + ".");
  }

  private void showBookmarks() throws CommandFailure {
    Map<String, String> all = bookmarks.all();
    all.forEach((name, url) -> screen().line("%-15s %s".formatted(name, url)));
    if (all.isEmpty() && screen().width() > 0) {
      screen().line("There are no bookmarks; 'bookmark add NAME' keeps where you are.");
    }
  }

  private void addBookmark(String name, Optional<OpenTarget> target) throws CommandFailure {
    OpenTarget kept =
        target.isPresent() ? target.get() : here(remote.required()).by(remote.scheme());
    if (kept.password().isPresent()) {
      screen().note("The password is not kept; put it into ~/.netrc if you like.");
    }
    bookmarks.add(name, kept.withoutPassword());
    screen().line("'open " + name + "' now leads to " + kept.withoutPassword().url());
  }

  private static OpenTarget here(Session session) {
    return new OpenTarget(
        Optional.of(session.identity().user()),
        session.identity().peer(),
        Optional.of(session.workingDirectory().toString()));
  }

  private Screen screen() {
    return parts.screen();
  }
}
