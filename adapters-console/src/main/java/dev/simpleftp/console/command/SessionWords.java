package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Row.MANY;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whom to talk to.
final class SessionWords {
  private static final String TLS_REQUIRED = "--tls=required";

  private SessionWords() {}

  static List<CommandWord> rows() {
    return List.of(open(), user(), close(), quit(), bookmark());
  }

  private static CommandWord open() {
    return new CommandWord(
        Group.CONNECTING,
        Row.of(
                "open [--tls=required] PORT | BOOKMARK | [USER@]HOST[:PORT]"
                    + " | ftp://[USER@]HOST[:PORT][/DIR] | ftpes://… | ftps://…"
                    + " | classroom://HOST[:PORT] | mem:",
                1,
                3)
            .options(Row.NO_OPTIONS)
            .names(Subject.TARGET, Subject.FREE)
            .help(
                """
                Connect and log in. A port alone means this machine; a bookmark goes before a host
                of the same name. The password is asked for, or read from SIMPLEFTP_PASSWORD or
                ~/.netrc; it does not belong into the address. 'open mem:' connects to a server to
                practise with, in the memory of this program; mem:?fault=cut breaks off a download.
                Passwords and files are protected by TLS where the server offers it; with
                --tls=required or ftpes:// never without. ftps:// is TLS from the first byte.\
                """)
            .examples(
                "open ftp.example.org",
                "open 2121",
                "open me@[::1]:2121",
                "open mem:",
                "open ftps://host"),
        SessionWords::open);
  }

  private static Optional<ConsoleCommand> open(Given given) throws BadCommand {
    String option = given.first();
    if (!option.startsWith("--")) {
      return only(given.size() <= 2, new ConsoleCommand.Open(OpenTarget.of(given.texts())));
    }
    if (!option.equals(TLS_REQUIRED)) {
      throw new BadCommand(
          "open has the option "
              + TLS_REQUIRED
              + " alone; 'simpleftp client --tls=none' begins a"
              + " console without TLS.");
    }
    if (given.size() < 2) {
      return Optional.empty();
    }
    OpenTarget target = OpenTarget.of(given.texts().subList(1, given.size()));
    if (!target.scheme().isFtp()) {
      throw new BadCommand("There is no TLS at " + target.scheme().prefix() + ".");
    }
    return Optional.of(new ConsoleCommand.Open(target.protectedAs(Scheme.FTPES)));
  }

  private static CommandWord user() {
    return CommandTable.row(
        Group.CONNECTING,
        Row.of("user NAME", 1, 1)
            .help(
                """
                Log in anew on the same host, as somebody else. The old session ends first.\
                """)
            .examples("user alice"),
        given -> new ConsoleCommand.User(given.first()));
  }

  private static CommandWord close() {
    return CommandTable.row(
        Group.CONNECTING,
        Row.of("close", 0, 0)
            .also("disconnect")
            .help("End the session; the console goes on.")
            .examples("close"),
        _ -> new ConsoleCommand.Close());
  }

  private static CommandWord quit() {
    return CommandTable.row(
        Group.CONNECTING,
        Row.of("quit", 0, 0)
            .also("exit", "bye")
            .help("End the session and leave the console.")
            .examples("quit"),
        _ -> new ConsoleCommand.Quit());
  }

  private static CommandWord bookmark() {
    return new CommandWord(
        Group.CONNECTING,
        Row.of("bookmark [add NAME [URL] | remove NAME | list]", 0, MANY)
            .names(Subject.FREE, Subject.TARGET)
            .printing()
            .help(
                """
                Keep addresses under short names. Without a URL the present host, user and directory
                are kept. 'open NAME' goes there. Passwords are never kept.\
                """)
            .examples("bookmark add work", "bookmark add lab ftp://me@lab.example.org/pub"),
        SessionWords::bookmark);
  }

  private static Optional<ConsoleCommand> bookmark(Given given) throws BadCommand {
    return switch (given.firstOrHere().toLowerCase(Locale.ROOT)) {
      case "", "list" -> only(given.size() <= 1, new ConsoleCommand.ShowBookmarks());
      case "remove" -> only(given.size() == 2, new ConsoleCommand.RemoveBookmark(given.last()));
      case "add" -> addBookmark(given.texts());
      default -> Optional.empty();
    };
  }

  private static Optional<ConsoleCommand> only(boolean good, ConsoleCommand command) {
    return good ? Optional.of(command) : Optional.empty();
  }

  private static Optional<ConsoleCommand> addBookmark(List<String> words) throws BadCommand {
    if (words.size() < 2 || words.size() > 4) {
      return Optional.empty();
    }
    List<String> address = words.subList(2, words.size());
    Optional<OpenTarget> target =
        address.isEmpty() ? Optional.empty() : Optional.of(OpenTarget.of(address));
    return Optional.of(new ConsoleCommand.AddBookmark(words.get(1), target));
  }
}
