package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Row.MANY;
import static dev.simpleftp.console.command.Subject.SWITCH;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is said on the wire.
final class ProtocolWords {
  private static final String BINARY =
      "Files are always moved byte for byte (type binary): what arrives is what was sent.";
  private static final String NO_TEXT =
      "Text mode (ascii) is not offered: it changes line ends on the way, which spoils every file"
          + " that is no text, and no resumed copy can be proved right.";
  private static final String PASSIVE =
      "Data connections are always passive: this side opens them, to the host of the session and to"
          + " no other. That works through firewalls and address translation, where the active mode"
          + " does not, so there is nothing to switch.";

  private ProtocolWords() {}

  static List<CommandWord> rows() {
    return List.of(
        features(), quote(), site(), debug(), explain(), type(), binary(), ascii(), passive());
  }

  private static CommandWord features() {
    return CommandTable.row(
        Group.PROTOCOL,
        Row.of("features", 0, 0)
            .also("feat")
            .printing()
            .help("Show what the server says it can do (FEAT, RFC 2389).")
            .examples("features"),
        _ -> new ConsoleCommand.Features());
  }

  private static CommandWord quote() {
    return CommandTable.row(
        Group.PROTOCOL,
        Row.of("quote COMMAND", 1, MANY)
            .also("raw")
            .options(Row.NO_OPTIONS)
            .printing()
            .help(
                """
                Send a command of the protocol as it is and show the reply. Those that would spoil
                the session, such as QUIT or RETR, are refused: there is a command for each.\
                """)
            .examples("quote STAT", "quote HELP SITE"),
        given -> new ConsoleCommand.Quote(String.join(" ", given.texts())));
  }

  private static CommandWord site() {
    return CommandTable.row(
        Group.PROTOCOL,
        Row.of("site COMMAND", 1, MANY)
            .options(Row.NO_OPTIONS)
            .printing()
            .help("Send a SITE command, which every server has its own of.")
            .examples("site help", "site umask 022"),
        given -> new ConsoleCommand.Quote("SITE " + String.join(" ", given.texts())));
  }

  private static CommandWord debug() {
    return new CommandWord(
        Group.PROTOCOL,
        Row.of("debug on|off", 1, 1)
            .names(SWITCH)
            .help("Show the lines of the protocol; passwords stay hidden.")
            .examples("debug on"),
        given -> onOrOff(given).map(ConsoleCommand.Debug::new));
  }

  private static CommandWord explain() {
    return new CommandWord(
        Group.PROTOCOL,
        Row.of("explain on|off", 1, 1)
            .names(SWITCH)
            .help(
                """
                Show the lines of the protocol and what each one means. Where it is specified is said
                too.\
                """)
            .examples("explain on"),
        given -> onOrOff(given).map(ConsoleCommand.Explain::new));
  }

  private static Optional<Boolean> onOrOff(Given given) {
    return switch (given.first().toLowerCase(Locale.ROOT)) {
      case "on" -> Optional.of(true);
      case "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static CommandWord type() {
    return new CommandWord(
        Group.PROTOCOL,
        Row.of("type [binary]", 0, 1)
            .help("Show how files are moved: always byte for byte.")
            .examples("type"),
        ProtocolWords::type);
  }

  private static Optional<ConsoleCommand> type(Given given) {
    return switch (given.firstOrHere().toLowerCase(Locale.ROOT)) {
      case "", "binary", "image", "i" -> Optional.of(new ConsoleCommand.Tell(BINARY, true));
      case "ascii", "a" -> Optional.of(new ConsoleCommand.Tell(NO_TEXT, false));
      default -> Optional.empty();
    };
  }

  private static CommandWord binary() {
    return CommandTable.row(
        Group.PROTOCOL,
        Row.of("binary", 0, 0)
            .also("bin", "image")
            .help("Move files byte for byte, which is always done.")
            .examples("binary"),
        _ -> new ConsoleCommand.Tell(BINARY, true));
  }

  private static CommandWord ascii() {
    return CommandTable.row(
        Group.PROTOCOL,
        Row.of("ascii", 0, 0)
            .help("Text mode, which is not offered: it changes what it moves.")
            .examples("ascii"),
        _ -> new ConsoleCommand.Tell(NO_TEXT, false));
  }

  private static CommandWord passive() {
    return CommandTable.row(
        Group.PROTOCOL,
        Row.of("passive", 0, 1)
            .names(SWITCH)
            .help("Say which side opens data connections: always this one.")
            .examples("passive"),
        given -> new ConsoleCommand.Tell(PASSIVE, !given.firstOrHere().equalsIgnoreCase("off")));
  }
}
