package dev.simpleftp.bootstrap;

import dev.simpleftp.console.command.Spelling;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.cli.AlreadySelectedException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/// The words behind a sub-command: options by name, the others in order.
final class Arguments {
  private static final int HELP_WIDTH = 100;

  private final Map<String, List<Given>> options;
  private final List<String> words;

  private Arguments(Map<String, List<Given>> options, List<String> words) {
    this.options = options;
    this.words = words;
  }

  /// Reads the words.
  ///
  /// @param most how many words that are no options are allowed
  /// @throws UsageError naming the first word that fits nowhere
  static Arguments parse(Options options, List<String> words, int most) throws UsageError {
    // Quotes in a value are the value's: what the shell left is meant.
    var parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    try {
      CommandLine line = parser.parse(options, words.toArray(String[]::new));
      if (line.getArgList().size() > most) {
        String extra = line.getArgList().get(most);
        throw new UsageError("'" + extra + "' is one word too many; see --help.");
      }
      return new Arguments(given(line), line.getArgList());
    } catch (UnrecognizedOptionException e) {
      throw new UsageError(unknown(e.getOption(), options));
    } catch (MissingArgumentException e) {
      throw new UsageError("--" + e.getOption().getLongOpt() + " needs a value; see --help.");
    } catch (AlreadySelectedException e) {
      throw new UsageError(
          "--%s cannot be used together with --%s; choose one."
              .formatted(e.getOption().getLongOpt(), e.getOptionGroup().getSelected()));
    } catch (ParseException e) {
      throw new UsageError("The arguments cannot be read: " + e.getMessage() + "; see --help.");
    }
  }

  private static Map<String, List<Given>> given(CommandLine line) throws UsageError {
    Map<String, List<Given>> given = new HashMap<>();
    for (Option option : line.getOptions()) {
      String name = option.getLongOpt();
      List<Given> values = given.computeIfAbsent(name, _ -> new ArrayList<>());
      if (option.hasArg()
          && (option.getValue().isEmpty() || (!values.isEmpty() && !isRepeatable(option)))) {
        throw new UsageError("--" + name + " needs one value; see --help.");
      }
      values.add(Given.onTheLine(name, option.hasArg() ? option.getValue() : ""));
    }
    return given;
  }

  /// Whether the option may be given several times.
  static boolean isRepeatable(Option option) {
    return List.class.equals(option.getType());
  }

  /// An option without a value.
  static Option flag(String name, String help) {
    return Option.builder().longOpt(name).desc(help).get();
  }

  /// An option with a value.
  static Option value(String name, String what, String help) {
    return Option.builder().longOpt(name).hasArg().argName(what).desc(help).get();
  }

  /// An option with a value that may be given several times.
  static Option values(String name, String what, String help) {
    // The parser takes one value each time; the type marks that there may be several.
    return Option.builder().longOpt(name).hasArg().type(List.class).argName(what).desc(help).get();
  }

  /// Prints what a sub-command can do.
  static void help(PrintStream out, String syntax, String about, Options options) {
    var text = new TextHelpAppendable(out);
    text.setMaxWidth(HELP_WIDTH);
    try {
      HelpFormatter.builder()
          .setShowSince(false)
          .setHelpAppendable(text)
          .get()
          .printHelp(syntax, about, options, "", false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// These arguments, and where they say nothing, what a configuration file says.
  ///
  /// Of options that exclude each other, one that is given here silences the others of the file.
  ///
  /// @param file the values of each key
  /// @param all the options that the file may set
  Arguments over(Map<String, List<Given>> file, Options all) {
    Map<String, List<Given>> both = new HashMap<>(options);
    file.forEach((name, values) -> {
      OptionGroup group = all.getOptionGroup(all.getOption(name));
      if (group == null || group.getOptions().stream().noneMatch(o -> has(o.getLongOpt()))) {
        both.putIfAbsent(name, values);
      }
    });
    return new Arguments(both, words);
  }

  /// The names of those options that were not given the same values there.
  Stream<String> changes(Arguments there) {
    return Stream.concat(options.keySet().stream(), there.options.keySet().stream())
        .distinct()
        .filter(name -> !same(values(name), there.values(name)))
        .sorted();
  }

  private static boolean same(List<Given> here, List<Given> there) {
    return here.size() == there.size()
        && IntStream.range(0, here.size()).allMatch(i -> here.get(i).means(there.get(i)));
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /// Each value of an option that may be given several times, in their order.
  List<Given> values(String option) {
    return options.getOrDefault(option, List.of());
  }

  /// The value of an option, with the name that a sentence about it uses.
  Optional<Given> given(String option) {
    return values(option).stream().findFirst();
  }

  Optional<String> value(String option) {
    return given(option).map(Given::value);
  }

  /// The words that are no options.
  List<String> words() {
    return words;
  }

  /// A time with its unit, such as `30s`; see [Units#duration(String)].
  Optional<Duration> duration(String option) throws UsageError {
    return read(
        option, Units::duration, "give a number with a unit, such as 500ms, 30s, 5m, 1h or 2d");
  }

  /// A number of octets, such as `64KiB`; see [Units#bytes(String)].
  Optional<Long> bytes(String option) throws UsageError {
    return read(
        option,
        Units::bytes,
        "give a number of bytes, or one with a unit such as 64KiB, 1MiB or 2GiB");
  }

  /// A whole number between these two, both allowed.
  Optional<Integer> number(String option, int min, int max) throws UsageError {
    return read(
        option,
        text -> Units.number(text).filter(n -> n >= min && n <= max).map(Long::intValue),
        "give a number from %d to %d".formatted(min, max));
  }

  /// The path of a file or directory.
  Optional<Path> path(String option) throws UsageError {
    Optional<Given> given = given(option);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        given
            .get()
            .path()
            .orElseThrow(() -> given.get().wrong("give the path of a file or directory")));
  }

  /// One of the names of an enum, in any case.
  <E extends Enum<E>> Optional<E> choice(String option, Class<E> type) throws UsageError {
    List<E> constants = List.of(type.getEnumConstants());
    String names =
        constants.stream()
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return read(
        option,
        text -> constants.stream().filter(c -> c.name().equalsIgnoreCase(text)).findFirst(),
        "choose one of " + names);
  }

  /// The value as this reader understands it.
  ///
  /// @param remedy what to do when the reader returns nothing, without the full stop
  <T> Optional<T> read(String option, Function<String, Optional<T>> reader, String remedy)
      throws UsageError {
    Optional<Given> given = given(option);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = reader.apply(given.get().value());
    if (value.isEmpty()) {
      throw given.get().wrong(remedy);
    }
    return value;
  }

  private static String unknown(String word, Options options) {
    return "There is no option '%s'; %s"
        .formatted(
            word, meant(word, options).map(m -> "did you mean --" + m + "?").orElse("see --help."));
  }

  /// The option that somebody probably meant.
  static Optional<String> meant(String word, Options options) {
    int start = 0;
    while (word.startsWith("-", start)) {
      start++;
    }
    return Spelling.nearest(
        word.substring(start), options.getOptions().stream().map(Option::getLongOpt));
  }
}
