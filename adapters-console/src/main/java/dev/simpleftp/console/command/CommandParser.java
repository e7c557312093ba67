package dev.simpleftp.console.command;

import dev.simpleftp.console.command.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads commands.
public final class CommandParser {
  private CommandParser() {}

  /// The commands of a text, each as its pieces; those that are blank are left out.
  ///
  /// @throws BadCommand a quote is not closed
  public static List<List<Token>> split(String text) throws BadCommand {
    List<List<Token>> commands = new ArrayList<>();
    List<Token> command = new ArrayList<>();
    for (Token token : CommandLine.tokens(text)) {
      if (token.kind() != Kind.END) {
        command.add(token);
      }
      if (token.kind() == Kind.END || token.kind() == Kind.BACKGROUND) {
        commands.add(command);
        command = new ArrayList<>();
      }
    }
    commands.add(command);
    commands.removeIf(List::isEmpty);
    return commands;
  }

  /// Reads one command.
  ///
  /// @param tokens at least one
  /// @throws BadCommand with what is wrong and what would be right
  public static Statement parse(List<Token> tokens) throws BadCommand {
    Token first = tokens.getFirst();
    if (first.kind() == Kind.SHELL) {
      return new Statement(new ConsoleCommand.Shell(first.text()));
    }
    if (first.kind() != Kind.WORD) {
      throw new BadCommand("A command must stand before > and |: ls > list.txt");
    }
    CommandWord word = word(first.text());
    int end = wordsIn(tokens);
    List<Word> arguments = tokens.subList(1, end).stream().map(Token::word).toList();
    ConsoleCommand command = word.make(arguments);
    List<Token> rest = tokens.subList(end, tokens.size());
    return !rest.isEmpty() && rest.getLast().kind() == Kind.BACKGROUND
        ? inBackground(command, rest)
        : new Statement(command, redirection(word, rest));
  }

  private static Statement inBackground(ConsoleCommand command, List<Token> rest)
      throws BadCommand {
    if (!(command instanceof ConsoleCommand.Transfer) || rest.size() > 1) {
      throw new BadCommand(
          "Only transfers run in the background, such as 'get big.iso &'; a name that holds & stands"
              + " in quotes.");
    }
    return new Statement(command, new Redirection.None(), true);
  }

  /// Reads a transfer without redirection.
  static ConsoleCommand.Transfer transfer(List<Word> words) throws BadCommand {
    ConsoleCommand command = word(words.getFirst().text()).make(words.subList(1, words.size()));
    if (command instanceof ConsoleCommand.Transfer transfer) {
      return transfer;
    }
    throw new BadCommand("Only transfers can be queued, such as 'queue get big.iso'.");
  }

  /// Reads the only command of a line; a blank one and a remark are none.
  static Optional<ConsoleCommand> parse(String line) throws BadCommand {
    List<List<Token>> commands = split(line);
    return commands.isEmpty()
        ? Optional.empty()
        : Optional.of(parse(commands.getFirst()).command());
  }

  private static int wordsIn(List<Token> tokens) {
    int end = 0;
    while (end < tokens.size() && tokens.get(end).kind() == Kind.WORD) {
      end++;
    }
    return end;
  }

  private static Redirection redirection(CommandWord word, List<Token> rest) throws BadCommand {
    if (rest.isEmpty()) {
      return new Redirection.None();
    }
    if (!word.prints()) {
      throw new BadCommand(
          word.word() + " has no output for > or |; a name that holds one stands in quotes.");
    }
    Token mark = rest.getFirst();
    boolean pipe = mark.kind() == Kind.PIPE;
    if (pipe && rest.size() == 1 && !mark.text().isEmpty()) {
      return new Redirection.ToShell(mark.text());
    }
    if (!pipe && rest.size() == 2 && rest.getLast().kind() == Kind.WORD) {
      return new Redirection.ToFile(rest.getLast().text(), mark.kind() == Kind.APPEND);
    }
    throw new BadCommand(
        pipe
            ? "A command must follow |: ls | sort"
            : "One name of a file must follow > or >>: ls > list.txt");
  }

  private static CommandWord word(String name) throws BadCommand {
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
