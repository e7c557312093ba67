package dev.simpleftp.console.command;

import java.util.List;
import java.util.Optional;

/// Reads one command.
public final class CommandParser {
  private CommandParser() {}

  /// Reads a line; a blank one and one that begins with `#` are no command.
  ///
  /// @throws BadCommand with what is wrong and what would be right
  public static Optional<ConsoleCommand> parse(String line) throws BadCommand {
    if (line.isBlank() || line.stripLeading().startsWith("#")) {
      return Optional.empty();
    }
    List<String> words = CommandLine.split(line);
    return Optional.of(word(words.getFirst()).make(words.subList(1, words.size())));
  }

  /// The command of this name.
  static CommandWord word(String name) throws BadCommand {
    Optional<CommandWord> word = CommandWord.find(name);
    if (word.isEmpty()) {
      throw new BadCommand("Unknown command: " + name + ". " + advice(name));
    }
    return word.get();
  }

  private static String advice(String name) {
    return Spelling.nearest(name, CommandWord.allNames())
        .map(guess -> "Did you mean '" + guess + "'?")
        .orElse("'help' lists the commands.");
  }
}
