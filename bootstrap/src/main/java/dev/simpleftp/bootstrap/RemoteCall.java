package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;

import dev.simpleftp.console.OneShot;
import dev.simpleftp.console.command.BadCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// A sub-command that does something on a server and ends.
///
/// @param usage how it is typed behind the name of the program; its first word is the name
/// @param least the smallest number of words that are no options
/// @param most the largest
/// @param about what it does; the first sentence stands alone in lists
/// @param examples that work
/// @param options that it takes beside those of all
/// @param maker what its words mean
record RemoteCall(
    String usage,
    int least,
    int most,
    String about,
    List<String> examples,
    Options options,
    Maker maker) {
  static final int MANY = Integer.MAX_VALUE;

  RemoteCall {
    examples = List.copyOf(examples);
  }

  /// All of them, in the order of the help.
  static List<RemoteCall> all() {
    return Stream.of(MovingCalls.all(), LookingCalls.all(), ChangingCalls.all())
        .flatMap(List::stream)
        .toList();
  }

  static Optional<RemoteCall> find(String name) {
    return all().stream().filter(call -> call.name().equals(name)).findFirst();
  }

  /// Understands the words.
  @FunctionalInterface
  interface Maker {
    List<OneShot.Step> steps(Arguments arguments) throws UsageError, BadCommand;
  }

  String name() {
    return usage.substring(0, usage.indexOf(' '));
  }

  /// How it is typed, without its options.
  String shortUsage() {
    return usage.replace(" [options]", "");
  }

  /// The beginning of what it does, for a list.
  String shortAbout() {
    String sentence = about.substring(0, about.indexOf('.'));
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /// Reads the words behind the name.
  ///
  /// @throws UsageError naming the first that means nothing
  OneShot read(Arguments arguments) throws UsageError {
    if (arguments.words().size() < least) {
      throw new UsageError(
          "Something is missing: simpleftp %s; see simpleftp %s --help.".formatted(usage, name()));
    }
    try {
      List<OneShot.Step> steps = maker.steps(arguments);
      return new OneShot(
          steps,
          output(arguments),
          MovingCalls.directory(arguments),
          MovingCalls.copying(arguments));
    } catch (BadCommand e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private OneShot.Output output(Arguments arguments) throws UsageError {
    boolean contentOnly =
        arguments.value("output").filter(MovingCalls.STANDARD::equals).isPresent();
    boolean json = arguments.has("json");
    if (contentOnly && json) {
      throw new UsageError(
          "--json cannot be used together with -o -: both would fill the standard output.");
    }
    boolean quiet = arguments.has("quiet") && !contentOnly;
    return new OneShot.Output(json, quiet, arguments.has("debug"));
  }

  /// Its own options and those of all.
  Options allOptions() {
    var all = new Options();
    options.getOptions().forEach(all::addOption);
    return ClientTlsOptions.add(all)
        .addOption(flag("debug", "show the lines of the protocol on standard error"))
        .addOption(flag("help", "show this help"));
  }

  /// An option of one letter that also has a name.
  static Option letter(char letter, String name, String help) {
    return Option.builder(String.valueOf(letter)).longOpt(name).desc(help).get();
  }
}
