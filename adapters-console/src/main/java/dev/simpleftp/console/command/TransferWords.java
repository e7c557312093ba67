package dev.simpleftp.console.command;

import static dev.simpleftp.console.command.Subject.LOCAL_FILE;
import static dev.simpleftp.console.command.Subject.REMOTE_FILE;

import java.util.List;

/// Files from here to there and back.
final class TransferWords {
  private TransferWords() {}

  static List<CommandWord> rows() {
    return List.of(get(), put());
  }

  private static CommandWord get() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("get REMOTE [LOCAL]", 1, 2)
            .names(REMOTE_FILE, LOCAL_FILE)
            .help(
                """
                Receive a file. It grows as LOCAL.part and takes its name when complete. A script
                replaces an existing file in one step; at a terminal you are asked.\
                """)
            .examples("get pub/f1.txt"),
        given -> new ConsoleCommand.Get(given.first(), given.at(1)));
  }

  private static CommandWord put() {
    return CommandTable.row(
        Group.MOVING,
        Row.of("put LOCAL [REMOTE]", 1, 2)
            .names(LOCAL_FILE, REMOTE_FILE)
            .help(
                """
                Send a file. A script replaces an existing file; at a terminal you are asked.\
                """)
            .examples("put report.pdf pub"),
        given -> new ConsoleCommand.Put(given.first(), given.at(1)));
  }
}
