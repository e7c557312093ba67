package dev.simpleftp.bootstrap;

import dev.simpleftp.console.command.Spelling;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.AlreadySelectedException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;

/// The words behind a sub-command: options by name, the others in order.
final class Arguments {
  private static final int HELP_WIDTH = 100;

  private final CommandLine line;

  private Arguments(CommandLine line) {
    this.line = line;
  }

  /// Reads the words.
  ///
  /// @param most how many words that are no options are allowed
  /// @throws UsageError naming the first word that fits nowhere
  static Arguments parse(Options options, List<String> words, int most) throws UsageError {
    var parser = DefaultParser.builder().setAllowPartialMatching(false).get();
    try {
      CommandLine line = parser.parse(options, words.toArray(String[]::new));
      for (Option option : line.getOptions()) {
        if (option.hasArg()
            && (line.getOptionValues(option).length > 1 || option.getValue().isEmpty())) {
          throw new UsageError("--" + option.getLongOpt() + " needs one value; see --help.");
        }
      }
      if (line.getArgList().size() > most) {
        String extra = line.getArgList().get(most);
        throw new UsageError("'" + extra + "' is one word too many; see --help.");
      }
      return new Arguments(line);
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

  /// An option without a value.
  static Option flag(String name, String help) {
    return Option.builder().longOpt(name).desc(help).get();
  }

  /// An option with a value.
  static Option value(String name, String what, String help) {
    return Option.builder().longOpt(name).hasArg().argName(what).desc(help).get();
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

  boolean has(String option) {
    return line.hasOption(option);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }

  /// The words that are no options.
  List<String> words() {
    return line.getArgList();
  }

  /// One of the names of an enum, in any case.
  <E extends Enum<E>> Optional<E> choice(String option, Class<E> type) throws UsageError {
    Optional<String> given = value(option);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(given.get())) {
        return Optional.of(constant);
      }
    }
    List<String> names =
        List.of(type.getEnumConstants()).stream()
            .map(e -> e.name().toLowerCase(Locale.ROOT))
            .toList();
    throw new UsageError(
        "--%s cannot be '%s'; choose one of %s."
            .formatted(option, given.get(), String.join(", ", names)));
  }

  private static String unknown(String word, Options options) {
    Stream<String> names = options.getOptions().stream().map(Option::getLongOpt);
    String remedy =
        Spelling.nearest(word.replace("-", ""), names)
            .map(name -> "; did you mean --" + name + "?")
            .orElse("; see --help.");
    return "There is no option '" + word + "'" + remedy;
  }
}
