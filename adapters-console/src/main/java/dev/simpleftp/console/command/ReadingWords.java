package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Row.MANY;
import static dev.simpleftp.console.command.Subject.REMOTE_FILE;

import java.util.List;

/// What is in a file.
final class ReadingWords {
  private ReadingWords() {}

  static List<CommandWord> rows() {
    return List.of(cat(), less(), edit());
  }

  private static CommandWord cat() {
    return CommandTable.row(
        Group.READING,
        Row.of("cat FILE...", 1, MANY)
            .names(REMOTE_FILE)
            .printing()
            .help(
                """
                Show the content of remote files. On a terminal control characters are made visible;
                a file or another command gets the bytes as they are.\
                """)
            .examples("cat readme.txt", "cat *.log | grep error"),
        given -> new ConsoleCommand.Cat(given.words()));
  }

  private static CommandWord less() {
    return CommandTable.row(
        Group.READING,
        Row.of("less FILE", 1, 1)
            .also("more", "page")
            .names(REMOTE_FILE)
            .help(
                """
                Show a remote file page by page. $PAGER does it, or less where it is installed.\
                """)
            .examples("less readme.txt"),
        given -> new ConsoleCommand.Page(given.first()));
  }

  private static CommandWord edit() {
    return CommandTable.row(
        Group.READING,
        Row.of("edit FILE", 1, 1)
            .names(REMOTE_FILE)
            .help(
                """
                Edit a remote file, or a new one. $VISUAL or $EDITOR works on a copy; it is put back
                only if you changed it, and you are asked when somebody else changed the remote file
                meanwhile.\
                """)
            .examples("edit notes.txt"),
        given -> new ConsoleCommand.Edit(given.first()));
  }
}
