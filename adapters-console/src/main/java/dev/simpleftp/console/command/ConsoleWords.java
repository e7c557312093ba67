package dev.simpleftp.console.command;

import java.util.List;

/// The console itself.
final class ConsoleWords {
  private ConsoleWords() {}

  static List<CommandWord> rows() {
    return List.of(help(), status());
  }

  private static CommandWord help() {
    return CommandTable.row(
        Group.CONSOLE,
        Row.of("help [COMMAND | GROUP | TOPIC]", 0, 1)
            .also("?")
            .names(Subject.PAGE)
            .printing()
            .help("List the commands, or explain one of them, a group or a topic.")
            .examples("help", "help get", "help changing", "help patterns"),
        given -> new ConsoleCommand.Help(HelpPage.of(given.at(0))));
  }

  private static CommandWord status() {
    return CommandTable.row(
        Group.CONSOLE,
        Row.of("status", 0, 0)
            .printing()
            .help("Show where you are, who you are and what is switched on.")
            .examples("status"),
        _ -> new ConsoleCommand.Status());
  }
}
