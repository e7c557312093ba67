package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.Arguments.value;
import static dev.simpleftp.bootstrap.RemoteCall.MANY;
import static dev.simpleftp.bootstrap.RemoteCall.letter;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.OneShot;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.IfThere;
import dev.simpleftp.console.command.MirrorStyle;
import dev.simpleftp.console.command.RemoteName;
import dev.simpleftp.domain.Glob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// The calls that move files.
final class MovingCalls {
  /// Standard input or output in the place of a file.
  static final String STANDARD = "-";

  /// How often to try again, at most, is bounded like everything else.
  static final int MOST_RETRIES = 1_000;

  private static final Option RETRIES =
      value("retries", "N", "try again so often when the line breaks (default 5)");
  private static final Option NO_RESUME =
      flag("no-resume", "begin anew over what an earlier call left");
  private static final Option QUIET = flag("quiet", "print failures only");

  private MovingCalls() {}

  static List<RemoteCall> all() {
    return List.of(get(), put(), mirror());
  }

  private static RemoteCall get() {
    return new RemoteCall(
        "get URL... [options]",
        1,
        MANY,
        "Receive files. Each grows as NAME.part and takes its name when it is complete and"
            + " verified; an unfinished one goes on where it was. A file that is there is not"
            + " replaced unless you say --force.",
        List.of(
            "simpleftp get ftp://ftp.example.org/pub/f1.txt",
            "simpleftp get -o - ftp://ftp.example.org/pub/all.tar | tar x",
            "simpleftp get --force 'work/*.pdf' -o papers/"),
        copying()
            .addOption(
                Option.builder("o")
                    .longOpt("output")
                    .hasArg()
                    .argName("FILE")
                    .desc("keep it as this file or in this directory; - is the standard output")
                    .get()),
        MovingCalls::get);
  }

  private static List<OneShot.Step> get(Arguments arguments) throws BadCommand, UsageError {
    Optional<String> output = arguments.value("output");
    List<RemoteName> names = new ArrayList<>();
    for (String word : arguments.words()) {
      names.add(RemoteName.of(word));
    }
    requireDifferent(names.stream().filter(n -> !n.pattern()).map(n -> last(n.path())).toList());
    boolean several = names.size() > 1 || names.getFirst().pattern();
    Optional<String> file = several ? Optional.empty() : output;
    boolean tell = !arguments.has("quiet");
    IfThere ifThere = ifThere(arguments);
    return names.stream()
        .map(name ->
            new OneShot.Step(
                name.target(),
                output.filter(STANDARD::equals).isPresent()
                    ? new ConsoleCommand.GetOutput(name.word(), tell)
                    : get(name, file, ifThere)))
        .toList();
  }

  private static ConsoleCommand get(RemoteName name, Optional<String> file, IfThere ifThere) {
    return name.pattern()
        ? new ConsoleCommand.GetMany(List.of(name.word()), ifThere)
        : new ConsoleCommand.Get(name.path(), file, ifThere);
  }

  /// Where files go that are received. Several go into a directory, never over each other.
  static Path directory(Arguments arguments) throws UsageError {
    Optional<String> output = arguments.value("output").filter(name -> !name.equals(STANDARD));
    List<String> words = arguments.words();
    boolean several = words.size() > 1 || words.stream().anyMatch(Glob::isPattern);
    if (output.isEmpty() || !several) {
      return Path.of("");
    }
    Path directory = arguments.path("output").orElseThrow();
    if (!Files.isDirectory(directory)) {
      throw arguments
          .given("output")
          .orElseThrow()
          .wrong("several files need a directory that is there");
    }
    return directory;
  }

  private static RemoteCall put() {
    return new RemoteCall(
        "put FILE... URL [options]",
        2,
        MANY,
        "Send files. A file takes its name there when it is complete; an unfinished one goes on"
            + " where it was. - is the standard input. A file that is there is not replaced unless"
            + " you say --force.",
        List.of(
            "simpleftp put report.pdf ftp://me@ftp.example.org/",
            "simpleftp put *.pdf work/papers/",
            "tar c src | simpleftp put - ftp://me@ftp.example.org/src.tar"),
        copying(),
        MovingCalls::put);
  }

  private static List<OneShot.Step> put(Arguments arguments) throws BadCommand, UsageError {
    var name = RemoteName.of(arguments.words().getLast());
    List<String> files = arguments.words().subList(0, arguments.words().size() - 1);
    requireDifferent(files.stream().map(MovingCalls::last).toList());
    boolean whole = name.one().isEmpty() || name.one().endsWith("/");
    String path = files.size() > 1 && !whole ? name.one() + "/" : name.one();
    List<OneShot.Step> steps = new ArrayList<>();
    for (String file : files) {
      steps.add(new OneShot.Step(name.target(), put(file, path, ifThere(arguments))));
    }
    return steps;
  }

  /// Of two with one name the second would replace the first.
  private static void requireDifferent(List<String> names) throws BadCommand {
    Set<String> all = new HashSet<>();
    for (String name : names) {
      if (!all.add(name)) {
        throw new BadCommand(
            "Two of them are called '%s', and one would replace the other: take one at a time."
                .formatted(name));
      }
    }
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static ConsoleCommand put(String file, String path, IfThere ifThere) throws BadCommand {
    if (!file.equals(STANDARD)) {
      return new ConsoleCommand.Put(file, Optional.of(path), ifThere);
    }
    if (path.isEmpty() || path.endsWith("/")) {
      throw new BadCommand("What comes from the standard input needs a name: end the URL with it.");
    }
    return new ConsoleCommand.PutInput(path, ifThere == IfThere.REPLACE);
  }

  private static RemoteCall mirror() {
    return new RemoteCall(
        "mirror SOURCE TARGET [options]",
        2,
        2,
        "Make a directory like another, here or there. One of the two is a URL. Only what differs"
            + " is copied; what was interrupted goes on where it was.",
        List.of(
            "simpleftp mirror ftp://ftp.example.org/pub/docs docs --parallel 4",
            "simpleftp mirror --delete --dry-run site ftp://me@ftp.example.org/www"),
        new Options()
            .addOption(letter('R', "reverse", "from here to there, as the URL says anyway"))
            .addOption(flag("dry-run", "only say what would be done"))
            .addOption(value("parallel", "N", "so many files at the same time (default 1)"))
            .addOption(flag("delete", "remove what SOURCE does not have"))
            .addOption(flag("only-newer", "leave a file alone whose copy is not older"))
            .addOption(RETRIES)
            .addOption(NO_RESUME)
            .addOption(QUIET)
            .addOption(LookingCalls.json("events")),
        MovingCalls::mirror);
  }

  private static List<OneShot.Step> mirror(Arguments arguments) throws BadCommand, UsageError {
    String source = arguments.words().getFirst();
    String target = arguments.words().getLast();
    boolean up = isUpwards(arguments, source, target);
    var name = RemoteName.of(up ? target : source);
    var style =
        new MirrorStyle(
            arguments.has("dry-run"),
            arguments.has("delete"),
            arguments.has("only-newer"),
            arguments.number("parallel", 1, MirrorStyle.MOST_PARALLEL).orElse(1));
    String remote = name.one().isEmpty() ? "." : name.one();
    return List.of(
        new OneShot.Step(
            name.target(),
            new ConsoleCommand.Mirror(
                up, Optional.of(up ? source : remote), Optional.of(up ? remote : target), style)));
  }

  /// A URL tells which side is the server; of two plain names it is the source, or with -R the
  /// target.
  private static boolean isUpwards(Arguments arguments, String source, String target)
      throws UsageError {
    boolean down = RemoteName.isUrl(source);
    boolean up = RemoteName.isUrl(target);
    if (down && up) {
      throw new UsageError("One side of mirror must be a directory of this machine.");
    }
    if (down && arguments.has("reverse")) {
      throw new UsageError(
          "-R goes from here to there, so the URL must come last: simpleftp mirror -R DIR URL.");
    }
    return up || (!down && arguments.has("reverse"));
  }

  private static Options copying() {
    return new Options()
        .addOption(letter('f', "force", "replace a file that is there"))
        .addOption(letter('n', "no-clobber", "keep a file that is there and go on"))
        .addOption(letter('c', "continue", "go on with an unfinished copy of any origin"))
        .addOption(NO_RESUME)
        .addOption(RETRIES)
        .addOption(QUIET)
        .addOption(LookingCalls.json("events"));
  }

  /// How each file is copied.
  static CopyFile.Options copying(Arguments arguments) throws UsageError {
    CopyFile.Options usual = CopyFile.Options.USUAL;
    CopyFile.Options resuming =
        arguments.has("no-resume") ? usual.withResume(CopyFile.Resume.NEVER) : usual;
    CopyFile.Retries often = usual.retries();
    int most = arguments.number("retries", 0, MOST_RETRIES).orElse(often.most());
    return resuming.withRetries(new CopyFile.Retries(most, often.first(), often.longest()));
  }

  /// A call asks nobody, so a file that is there stays unless something else is said.
  private static IfThere ifThere(Arguments arguments) throws UsageError {
    List<String> given =
        Stream.of("force", "no-clobber", "continue").filter(arguments::has).toList();
    if (given.size() > 1) {
      throw new UsageError(
          "--%s cannot be used together with --%s; choose one."
              .formatted(given.getLast(), given.getFirst()));
    }
    return switch (given.isEmpty() ? "" : given.getFirst()) {
      case "force" -> IfThere.REPLACE;
      case "no-clobber" -> IfThere.SKIP;
      case "continue" -> IfThere.RESUME;
      default -> IfThere.ASK;
    };
  }
}
