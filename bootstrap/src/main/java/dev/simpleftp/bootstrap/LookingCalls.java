package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.flag;
import static dev.simpleftp.bootstrap.RemoteCall.MANY;
import static dev.simpleftp.bootstrap.RemoteCall.letter;

import dev.simpleftp.console.OneShot;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.ListStyle;
import dev.simpleftp.console.command.RemoteName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// The calls that change nothing anywhere.
final class LookingCalls {
  private LookingCalls() {}

  static List<RemoteCall> all() {
    return List.of(list(), cat(), find(), diskUsage());
  }

  static Option json(String what) {
    return flag("json", "tell programs, " + what + " (docs/client.md)");
  }

  private static RemoteCall list() {
    return new RemoteCall(
        "ls URL... [options]",
        1,
        MANY,
        "List a directory. At a terminal in columns, otherwise one name on each line; hidden names"
            + " need -a. * and ? in the last part of a URL stand for what fits.",
        List.of("simpleftp ls ftp://ftp.example.org/pub", "simpleftp ls -l 'work/*.txt'"),
        new Options()
            .addOption(letter('l', "long", "kind, permissions, size and date as well"))
            .addOption(letter('a', "all", "hidden names, too"))
            .addOption(letter('t', "by-time", "the youngest first"))
            .addOption(letter('S', "by-size", "the largest first"))
            .addOption(letter('r', "reverse", "the other way round"))
            .addOption(letter('d', "directory", "the directory itself, not what is in it"))
            .addOption(letter('1', "single", "one name on each line"))
            .addOption(json("a line of JSON for each entry")),
        LookingCalls::list);
  }

  private static List<OneShot.Step> list(Arguments arguments) throws BadCommand {
    var style =
        new ListStyle(
            arguments.has("long"),
            arguments.has("all"),
            arguments.has("directory"),
            arguments.has("single"),
            order(arguments),
            arguments.has("reverse"));
    List<OneShot.Step> steps = new ArrayList<>();
    for (String word : arguments.words()) {
      var name = RemoteName.of(word);
      steps.add(
          new OneShot.Step(name.target(), new ConsoleCommand.ListDirectory(name.word(), style)));
    }
    return steps;
  }

  private static ListStyle.Order order(Arguments arguments) {
    return arguments.has("by-time")
        ? ListStyle.Order.TIME
        : arguments.has("by-size") ? ListStyle.Order.SIZE : ListStyle.Order.NAME;
  }

  private static RemoteCall cat() {
    return new RemoteCall(
        "cat URL...",
        1,
        MANY,
        "Write files to the standard output. A terminal gets them with"
            + " control characters made harmless, anything else the bytes as they are.",
        List.of("simpleftp cat ftp://ftp.example.org/pub/README"),
        new Options(),
        LookingCalls::cat);
  }

  private static List<OneShot.Step> cat(Arguments arguments) throws BadCommand {
    List<OneShot.Step> steps = new ArrayList<>();
    for (String word : arguments.words()) {
      var name = RemoteName.of(word);
      steps.add(new OneShot.Step(name.target(), new ConsoleCommand.Cat(List.of(name.word()))));
    }
    return steps;
  }

  private static RemoteCall find() {
    return new RemoteCall(
        "find URL [PATTERN]",
        1,
        2,
        "Print what is below a directory. With a pattern of * and ?, only of the"
            + " names that fit; quote it, or the shell expands it.",
        List.of("simpleftp find ftp://ftp.example.org/pub '*.iso'"),
        new Options().addOption(json("a line of JSON for each entry")),
        arguments -> {
          var name = RemoteName.of(arguments.words().getFirst());
          Optional<String> pattern = arguments.words().stream().skip(1).findFirst();
          return List.of(
              new OneShot.Step(name.target(), new ConsoleCommand.Find(name.one(), pattern)));
        });
  }

  private static RemoteCall diskUsage() {
    return new RemoteCall(
        "du URL [options]",
        1,
        1,
        "Add up the sizes of the files below a directory. Each directory in it has a line of its"
            + " own.",
        List.of("simpleftp du -s ftp://me@ftp.example.org/backup"),
        new Options()
            .addOption(letter('b', "bytes", "exact numbers of bytes"))
            .addOption(letter('s', "summary", "only the sum"))
            .addOption(json("a line of JSON for each directory")),
        arguments -> {
          var name = RemoteName.of(arguments.words().getFirst());
          return List.of(
              new OneShot.Step(
                  name.target(),
                  new ConsoleCommand.DiskUsage(
                      name.one(), arguments.has("bytes"), arguments.has("summary"))));
        });
  }
}
