package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.TreeWalk.Found;
import dev.simpleftp.console.command.ConsoleCommand.GetMany;
import dev.simpleftp.console.command.ConsoleCommand.PutMany;
import dev.simpleftp.console.command.IfThere;
import dev.simpleftp.console.command.Word;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `mget` and `mput`: counts first, then copies one file after the other; one that fails does not
/// keep the others from being copied.
final class ManyFiles {
  private final ConsoleCore core;
  private final Workplace at;
  private final Listings listings;
  private final NameExpansion names;
  private final TransferPlaces places;

  ManyFiles(ConsoleCore core, Workplace at) {
    this.core = core;
    this.at = at;
    this.listings = new Listings(core.useCases().list(), at.parts());
    this.names = new NameExpansion(listings, core.useCases().describe());
    this.places = new TransferPlaces(core.useCases().describe(), at);
  }

  void get(GetMany command) throws IOException, CommandFailure {
    List<Found> files = files(at.session(), command.remotes(), "'mirror' copies those.");
    var errands = new ArrayList<Errand>();
    for (Found file : files) {
      var to = at.local().directory().child(file.entry().name());
      errands.add(places.down(file.path().toString(), file.path(), to));
    }
    run(Direction.DOWN, files, errands, command.ifThere());
  }

  void put(PutMany command) throws IOException, CommandFailure {
    List<Found> files = files(at.local().session(), command.locals(), "'mirror -R' copies those.");
    var errands = new ArrayList<Errand>();
    for (Found file : files) {
      var to = at.session().workingDirectory().child(file.entry().name());
      errands.add(places.up(file.path().toString(), file.path(), to));
    }
    run(Direction.UP, files, errands, command.ifThere());
  }

  private List<Found> files(Session session, List<Word> words, String advice)
      throws IOException, CommandFailure {
    List<Found> found = names.entries(session, words);
    List<Found> files = found.stream().filter(one -> one.entry().isFile()).toList();
    if (files.isEmpty()) {
      throw new CommandFailure(ExitCode.REFUSED, "Only directories fit; " + advice);
    }
    if (files.size() < found.size()) {
      at.screen().note((found.size() - files.size()) + " are no files and left out; " + advice);
    }
    return files;
  }

  private void run(Direction direction, List<Found> files, List<Errand> errands, IfThere ifThere)
      throws IOException, CommandFailure {
    long octets = files.stream().map(Found::entry).mapToLong(FileEntry::size).sum();
    boolean sized = files.stream().map(Found::entry).allMatch(FileEntry::sizeKnown);
    String amount = sized ? new ByteSize(octets).toString() : "size unknown";
    if (!agreed(direction, files.size(), amount)) {
      at.screen().line("Nothing is copied.");
      return;
    }
    var manner = new CopyRun.Manner(ifThere, true);
    var tally = new Tally(errands.size());
    try (var copies = new CopyRun(core, at, manner)) {
      copies.expect(errands.size(), octets);
      for (Errand errand : errands) {
        copy(copies, errand, tally);
      }
    }
    tally.end(direction);
    listings.requireWhole();
  }

  private boolean agreed(Direction direction, int files, String amount) {
    if (!at.screen().interactive()) {
      return true;
    }
    String question =
        "%s %d %s, %s? [Y/n] "
            .formatted(
                direction == Direction.DOWN ? "Get" : "Put",
                files,
                files == 1 ? "file" : "files",
                amount);
    String answer = at.screen().ask(question).orElse("n").strip().toLowerCase(Locale.ROOT);
    return List.of("", "y", "yes").contains(answer);
  }

  private void copy(CopyRun copies, Errand errand, Tally tally) throws IOException, CommandFailure {
    try {
      tally.took(copies.copy(errand));
    } catch (CommandFailure failure) {
      tally.failed(failure);
      if (failure.getCause() instanceof IOException reason && CopyFailures.concernsAll(reason)) {
        throw tally.givenUp(failure);
      }
      at.screen().error(Failures.sentence(failure));
    }
  }

  /// What became of the files.
  private static final class Tally {
    private final int all;
    private int copied;
    private int skipped;
    private int failed;
    private ExitCode first = ExitCode.PARTIAL;

    Tally(int all) {
      this.all = all;
    }

    void took(boolean done) {
      copied += done ? 1 : 0;
      skipped += done ? 0 : 1;
    }

    void failed(CommandFailure failure) {
      first = failed == 0 ? failure.code() : first;
      failed++;
    }

    /// The others would fare no better.
    CommandFailure givenUp(CommandFailure failure) {
      String rest = " %d of %d files are copied.".formatted(copied, all);
      return new CommandFailure(code(), Failures.sentence(failure) + rest, failure);
    }

    void end(Direction direction) throws CommandFailure {
      if (failed > 0) {
        throw new CommandFailure(
            code(),
            "%d of %d files %s, %d skipped, %d failed."
                .formatted(copied, all, direction.done(), skipped, failed));
      }
    }

    private ExitCode code() {
      return copied + skipped > 0 ? ExitCode.PARTIAL : first;
    }
  }
}
