package dev.simpleftp.console.command;

import java.util.List;
import java.util.stream.Stream;

/// All rows, group by group.
final class CommandTable {
  static final List<CommandWord> WORDS =
      Stream.of(
              SessionWords.rows(),
              LookingWords.rows(),
              ReadingWords.rows(),
              TransferWords.rows(),
              JobWords.rows(),
              ChangingWords.rows(),
              LocalWords.rows(),
              ProtocolWords.rows(),
              ConsoleWords.rows())
          .flatMap(List::stream)
          .toList();

  private CommandTable() {}

  static CommandWord row(Group group, Row row, CommandWord.SureMaker maker) {
    return new CommandWord(group, row, maker.orNothing());
  }
}
