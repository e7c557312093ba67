package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Subject.LOCAL_FILE;

import java.util.List;

/// This machine.
final class LocalWords {
  private LocalWords() {}

  static List<CommandWord> rows() {
    return List.of(lcd(), lpwd(), lls(), lmkdir(), shell());
  }

  private static CommandWord lcd() {
    return CommandTable.row(
        Group.LOCAL,
        Row.of("lcd [DIR | -]", 0, 1)
            .names(LOCAL_FILE)
            .help(
                """
                Change the local directory, where get writes and put reads. Alone it goes home,
                'lcd -' goes back.\
                """)
            .examples("lcd ~/Downloads", "lcd -"),
        LocalWords::lcd);
  }

  private static ConsoleCommand lcd(Given given) {
    if (given.size() == 0) {
      return new ConsoleCommand.LocalChangeDirectory("~");
    }
    return LookingWords.isDash(given)
        ? new ConsoleCommand.LocalChangeBack()
        : new ConsoleCommand.LocalChangeDirectory(given.first());
  }

  private static CommandWord lpwd() {
    return CommandTable.row(
        Group.LOCAL,
        Row.of("lpwd", 0, 0).printing().help("Show the local directory.").examples("lpwd"),
        _ -> new ConsoleCommand.LocalPrintDirectory());
  }

  private static CommandWord lls() {
    return CommandTable.row(
        Group.LOCAL,
        Row.of("lls [-latSrd1] [PATH | PATTERN]", 0, 1)
            .options(ListStyle.OPTIONS)
            .names(LOCAL_FILE)
            .printing()
            .help("List a local directory. The options are those of ls.")
            .examples("lls", "lls -l *.txt"),
        given ->
            new ConsoleCommand.LocalList(
                given.words().isEmpty() ? Word.of("") : given.words().getFirst(),
                ListStyle.of(given, false)));
  }

  private static CommandWord lmkdir() {
    return CommandTable.row(
        Group.LOCAL,
        Row.of("lmkdir DIR", 1, 1)
            .names(LOCAL_FILE)
            .help("Make a local directory.")
            .examples("lmkdir backup"),
        given -> new ConsoleCommand.LocalMakeDirectory(given.first()));
  }

  private static CommandWord shell() {
    return CommandTable.row(
        Group.LOCAL,
        Row.of("! [COMMAND]", 0, 0)
            .help(
                """
                Run a command of this machine's shell in the local directory. ! alone begins a shell;
                'exit' comes back.\
                """)
            .examples("!date", "!ls | wc -l"),
        _ -> new ConsoleCommand.Shell(""));
  }
}
