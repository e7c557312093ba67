package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.RemoteCall.MANY;
import static dev.simpleftp.bootstrap.RemoteCall.letter;

import dev.simpleftp.console.OneShot;
import dev.simpleftp.console.command.BadCommand;
import dev.simpleftp.console.command.ConsoleCommand;
import dev.simpleftp.console.command.RemoteName;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Options;

/// The calls that change what is on a server, but move no file to or from here.
final class ChangingCalls {
  private ChangingCalls() {}

  static List<RemoteCall> all() {
    return List.of(remove(), makeDirectory(), move());
  }

  private static RemoteCall remove() {
    return new RemoteCall(
        "rm URL... [options]",
        1,
        MANY,
        "Remove files. What a pattern of * and ? fits goes only with -f; without it you are told"
            + " how much that would be.",
        List.of(
            "simpleftp rm ftp://me@ftp.example.org/old.txt",
            "simpleftp rm -r ftp://me@ftp.example.org/old"),
        new Options()
            .addOption(letter('r', "recursive", "directories with all that is in them, too"))
            .addOption(letter('f', "force", "remove what fits a pattern")),
        ChangingCalls::remove);
  }

  private static List<OneShot.Step> remove(Arguments arguments) throws BadCommand {
    List<OneShot.Step> steps = new ArrayList<>();
    for (String word : arguments.words()) {
      var name = RemoteName.of(word);
      boolean force = arguments.has("force") || !name.pattern();
      steps.add(
          new OneShot.Step(
              name.target(),
              new ConsoleCommand.Remove(
                  List.of(name.word()), arguments.has("recursive"), force, false)));
    }
    return steps;
  }

  private static RemoteCall makeDirectory() {
    return new RemoteCall(
        "mkdir URL... [options]",
        1,
        MANY,
        "Make directories.",
        List.of("simpleftp mkdir -p ftp://me@ftp.example.org/2026/november"),
        new Options()
            .addOption(letter('p', "parents", "those above it, too; no error if it is there")),
        ChangingCalls::makeDirectory);
  }

  private static List<OneShot.Step> makeDirectory(Arguments arguments) throws BadCommand {
    List<OneShot.Step> steps = new ArrayList<>();
    for (String word : arguments.words()) {
      var name = RemoteName.of(word);
      steps.add(
          new OneShot.Step(
              name.target(),
              new ConsoleCommand.MakeDirectories(List.of(name.one()), arguments.has("parents"))));
    }
    return steps;
  }

  private static RemoteCall move() {
    return new RemoteCall(
        "mv URL URL [options]",
        2,
        2,
        "Give something another name or place. Both URLs lead to the same server. Where a directory"
            + " stands at the new name, it goes into that. A file that is there is not replaced"
            + " unless you say --force.",
        List.of("simpleftp mv ftp://me@ftp.example.org/draft.txt ftp://me@ftp.example.org/done/"),
        new Options().addOption(letter('f', "force", "replace a file that is there")),
        arguments -> {
          var from = RemoteName.of(arguments.words().getFirst());
          var to = RemoteName.of(arguments.words().getLast());
          if (!from.target().equals(to.target())) {
            throw new UsageError(
                "Both URLs of mv must begin alike, with the same user, host and port: nothing moves"
                    + " from one server to another.");
          }
          return List.of(
              new OneShot.Step(
                  from.target(),
                  new ConsoleCommand.Rename(from.one(), to.one(), arguments.has("force"))));
        });
  }
}
