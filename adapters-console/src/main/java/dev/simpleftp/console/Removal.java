package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.NameExpansion.Named;
import dev.simpleftp.console.TreeWalk.Found;
import dev.simpleftp.console.command.ConsoleCommand.Remove;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `rm` and `mrm`. What was not named one by one is counted first, and removed only after a yes.
final class Removal {
  private final NameExpansion names;
  private final TreeWalk walk;
  private final Edits edits;
  private final ConsoleParts parts;

  Removal(NameExpansion names, TreeWalk walk, Edits edits, ConsoleParts parts) {
    this.names = names;
    this.walk = walk;
    this.edits = edits;
    this.parts = parts;
  }

  void remove(Session session, Remove command) throws IOException, CommandFailure {
    boolean named = command.files().stream().noneMatch(Word::pattern);
    if (named && !command.recursive() && !command.ask()) {
      for (Named file : names.paths(session, command.files())) {
        edits.apply(session, file.name(), new TreeEdit.RemoveFile(file.path()));
      }
      return;
    }
    List<Found> plan = plan(session, command);
    if (plan.isEmpty()) {
      throw new CommandFailure("Only directories fit; 'rm -r' removes those.");
    }
    if (agreed(plan, command)) {
      carryOut(session, plan);
    }
  }

  /// All that would go, each directory before what is in it.
  private List<Found> plan(Session session, Remove command) throws IOException, CommandFailure {
    if (!command.recursive()) {
      return names.entries(session, command.files()).stream()
          .filter(found -> !found.entry().isDirectory())
          .toList();
    }
    List<Found> plan = new ArrayList<>();
    for (Word word : command.files()) {
      for (Found top : tops(session, word)) {
        requireSpare(session, top.path());
        walk.walk(session, top, plan::add);
      }
    }
    return plan.stream().distinct().toList();
  }

  private List<Found> tops(Session session, Word word) throws IOException, CommandFailure {
    if (word.pattern()) {
      return names.matches(session, word);
    }
    requireSpare(session, session.resolve(word.text()));
    return List.of(names.listed(session, word.text()));
  }

  private static void requireSpare(Session session, FilePath path) throws CommandFailure {
    if (session.workingDirectory().startsWith(path)) {
      throw new CommandFailure(
          path + " is the directory you are in, or above it: 'cd' elsewhere first.");
    }
  }

  private boolean agreed(List<Found> plan, Remove command) throws CommandFailure {
    if (command.force()) {
      return true;
    }
    if (!parts.screen().interactive()) {
      throw new CommandFailure(
          "This would remove " + amount(plan) + ". A script must say so with -f. Nothing is gone.");
    }
    String answer = parts.screen().ask("Remove " + amount(plan) + "? [y/N] ").orElse("");
    boolean yes = List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    if (!yes) {
      parts.screen().line("Nothing is removed.");
    }
    return yes;
  }

  private void carryOut(Session session, List<Found> plan) throws IOException, CommandFailure {
    int removed = 0;
    for (Found found : plan.reversed()) {
      try {
        edits.quietly(session, removalOf(found));
        removed++;
      } catch (Refused refused) {
        parts.screen().note(removed + " of " + plan.size() + " entries are removed.");
        throw CommandFailure.about(found.path().toString(), refused);
      }
    }
    parts.screen().line("removed " + amount(plan));
  }

  private static TreeEdit removalOf(Found found) {
    return found.entry().isDirectory()
        ? new TreeEdit.RemoveDirectory(found.path())
        : new TreeEdit.RemoveFile(found.path());
  }

  private static String amount(List<Found> plan) {
    long directories = plan.stream().filter(found -> found.entry().isDirectory()).count();
    long files = plan.size() - directories;
    long octets = plan.stream().mapToLong(found -> found.entry().size()).sum();
    String inside =
        directories == 0 ? "" : " and " + count(directories, "directory", "directories");
    return count(files, "file", "files") + inside + ", " + new ByteSize(octets);
  }

  private static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
