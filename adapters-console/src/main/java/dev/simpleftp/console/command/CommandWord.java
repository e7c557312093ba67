package dev.simpleftp.console.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One row of the table of commands: parser, help and completion all read it.
public final class CommandWord {
  private final Group group;
  private final Row row;
  private final Maker maker;

  CommandWord(Group group, Row row, Maker maker) {
    this.group = group;
    this.row = row;
    this.maker = maker;
  }

  /// The whole table.
  public static List<CommandWord> all() {
    return CommandTable.WORDS;
  }

  /// The command that goes by this name or alias, in any case.
  public static Optional<CommandWord> find(String name) {
    return all().stream().filter(word -> word.names().anyMatch(name::equalsIgnoreCase)).findFirst();
  }

  /// All names and aliases, in the order of the table.
  public static Stream<String> allNames() {
    return all().stream().flatMap(CommandWord::names);
  }

  /// The name as it is typed.
  public String word() {
    return row.name();
  }

  public Group group() {
    return group;
  }

  public List<String> aliases() {
    return row.aliases();
  }

  public String usage() {
    return row.usage();
  }

  /// A few lines; the first sentence says what it does.
  public String help() {
    return row.help();
  }

  /// The first sentence of the help.
  public String summary() {
    String flat = String.join(" ", row.help().lines().toList());
    int end = flat.indexOf(". ");
    return end < 0 ? flat : flat.substring(0, end + 1);
  }

  public List<String> examples() {
    return row.examples();
  }

  /// The options it takes, such as `-l` and `--force`.
  public List<String> options() {
    return row.options().equals(Row.NO_OPTIONS)
        ? List.of()
        : Stream.concat(
                row.options().chars().mapToObj(c -> "-" + (char) c),
                longOptions().stream().map(LongOption::shown))
            .toList();
  }

  private List<LongOption> longOptions() {
    return LongOption.of(row.options(), row.usage() + row.help());
  }

  private LongOption longOption(String typed) throws BadCommand {
    Optional<LongOption> option =
        longOptions().stream().filter(o -> o.word().equalsIgnoreCase(typed)).findFirst();
    if (option.isEmpty()) {
      throw new BadCommand(
          "%s has no option %s; %s"
              .formatted(
                  word(),
                  typed,
                  Spelling.nearest(typed, longOptions().stream().map(LongOption::word))
                      .map(near -> "did you mean " + near + "?")
                      .orElseGet(() ->
                          hasOptions() + "a name that begins with a dash is typed ./-name.")));
    }
    return option.get();
  }

  /// What the argument at this position names; the last one known holds for those behind it.
  public Subject subject(int position) {
    List<Subject> subjects = row.subjects();
    return subjects.isEmpty()
        ? Subject.FREE
        : subjects.get(Math.min(position, subjects.size() - 1));
  }

  /// Whether `>` and `|` make sense behind it.
  boolean prints() {
    return row.prints();
  }

  ConsoleCommand make(List<Word> arguments) throws BadCommand {
    Given given =
        row.options().equals(Row.NO_OPTIONS)
            ? Given.withoutOptions(arguments)
            : Given.of(arguments, this::longOption);
    for (int i = 0; i < given.options().length(); i++) {
      requireOption(given.options().charAt(i));
    }
    if (given.size() < row.least() || given.size() > row.most()) {
      throw misused();
    }
    Optional<ConsoleCommand> made = maker.make(given);
    return made.orElseThrow(this::misused);
  }

  private void requireOption(char letter) throws BadCommand {
    if (row.options().indexOf(letter) < 0) {
      throw new BadCommand(
          "%s has no option -%c; %sa name that begins with a dash is typed ./-name."
              .formatted(word(), letter, hasOptions()));
    }
  }

  private String hasOptions() {
    return row.options().isEmpty() ? "" : "it has -" + row.options() + "; ";
  }

  private BadCommand misused() {
    return new BadCommand("Usage: " + usage() + "   for example: " + examples().getFirst());
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(word()), aliases().stream());
  }

  @Override
  public String toString() {
    return word();
  }

  /// Turns arguments of the right number into the command; empty when they are no such command.
  @FunctionalInterface
  interface Maker {
    Optional<ConsoleCommand> make(Given given) throws BadCommand;
  }

  /// The same for a command that takes any argument.
  @FunctionalInterface
  interface SureMaker {
    ConsoleCommand make(Given given) throws BadCommand;

    default Maker orNothing() {
      return given -> Optional.of(make(given));
    }
  }
}
