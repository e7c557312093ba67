package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.Quoting;
import dev.simpleftp.console.command.Spelling;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import java.io.IOException;
import java.util.Optional;

/// Finds the name in a directory that was probably meant, or says what else may help.
final class NameAdvice {
  /// In a larger directory nobody wants to wait for advice.
  private static final int MOST = 10_000;

  private final RemoteSession remote;
  private final LocalSide local;
  private final Listings listings;
  private final ConsoleParts parts;

  NameAdvice(RemoteSession remote, LocalSide local, Listings listings, ConsoleParts parts) {
    this.parts = parts;
    this.remote = remote;
    this.local = local;
    this.listings = listings;
  }

  /// What may help against a no.
  String against(Refusal refusal) {
    return parts.advice(refusal);
  }

  /// The nearest name beside the one that is not there, as it is typed.
  Optional<String> near(ConsoleCommand command, String name) {
    try {
      return switch (command) {
        case ConsoleCommand.LocalTree _ -> near(local.session(), local.resolve(name), name);
        case ConsoleCommand.Looking _, ConsoleCommand.Reading _, ConsoleCommand.Changing _ ->
            nearRemote(name);
        case ConsoleCommand.Get(var wanted, _, _) -> nearRemote(wanted);
        case ConsoleCommand.GetOutput(var wanted, _) -> nearRemote(wanted.text());
        case ConsoleCommand.Transfer _,
            ConsoleCommand.Streaming _,
            ConsoleCommand.Connecting _,
            ConsoleCommand.Setting _,
            ConsoleCommand.OfJobs _,
            ConsoleCommand.Raw _ ->
            Optional.empty();
      };
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<String> nearRemote(String name) throws IOException {
    Optional<Session> session = remote.current();
    return session.isEmpty()
        ? Optional.empty()
        : near(session.get(), session.get().resolve(name), name);
  }

  private Optional<String> near(Session session, FilePath path, String typed) throws IOException {
    if (path.isRoot()) {
      return Optional.empty();
    }
    String prefix = typed.substring(0, typed.lastIndexOf('/') + 1);
    var names =
        listings.glance(session, path.parent()).stream()
            .limit(MOST)
            .map(entry -> entry.name().text())
            .filter(name -> !name.equals(path.name().text()));
    return Spelling.nearest(path.name().text(), names).map(name -> Quoting.shown(prefix + name));
  }
}
