package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.DescribeFile;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.IfThere;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.console.progress.CopyWords;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The copies of one command: looks first what stands in the way, then copies and tells how it
/// went.
final class CopyRun implements AutoCloseable {
  /// Servers round times to seconds.
  private static final Duration SAME_TIME = Duration.ofSeconds(2);

  private final CopyFile copy;
  private final DescribeFile describe;
  private final DigestComparison comparison;
  private final Workplace at;
  private final IfThere ifThere;
  private final boolean many;
  private final ReplaceQuestion question;
  private final CopyView view;

  CopyRun(ConsoleCore core, Workplace at, Manner manner) {
    this.copy = core.copyFile();
    this.describe = core.useCases().describe();
    this.comparison = new DigestComparison(core.useCases().digest(), at);
    this.at = at;
    this.ifThere = manner.ifThere();
    this.many = manner.many();
    this.question = new ReplaceQuestion(at.screen(), at.parts().zone(), manner.many());
    this.view = at.view();
  }

  /// How a command copies.
  ///
  /// @param many whether there may be more than one file
  record Manner(IfThere ifThere, boolean many) {}

  /// How much there will be.
  void expect(long files, long octets) {
    view.expect(files, octets);
  }

  /// Copies one file.
  ///
  /// @return whether it was copied; otherwise it was left as it is
  boolean copy(Errand errand) throws IOException, CommandFailure {
    Optional<FileEntry> old = look(errand.to());
    if (old.isEmpty() || !old.get().isFile()) {
      move(errand, partOf(ifThere), old.isPresent() || ifThere == IfThere.REPLACE);
      return true;
    }
    return switch (ifThere) {
      case REPLACE -> replace(errand);
      case RESUME -> resume(errand, old.get());
      case SKIP -> skip(errand);
      case ASK -> at.screen().interactive() ? ask(errand, old.get()) : refuse(errand, old.get());
    };
  }

  /// What becomes of a part that is there.
  private CopyFile.Resume partOf(IfThere told) {
    return switch (told) {
      case RESUME -> CopyFile.Resume.IF_PROVED;
      case REPLACE -> overParts();
      case ASK, SKIP -> usual();
    };
  }

  private CopyFile.Resume usual() {
    return at.parts().copying().resume();
  }

  private CopyFile.Resume overParts() {
    return usual() == CopyFile.Resume.NEVER
        ? CopyFile.Resume.ANEW
        : CopyFile.Resume.IF_KNOWN_ELSE_ANEW;
  }

  private boolean ask(Errand errand, FileEntry old) throws IOException, CommandFailure {
    FileEntry fresh = source(errand);
    return switch (question.ask(errand.to().path(), old, fresh)) {
      case ReplaceQuestion.Overwrite _ -> replace(errand);
      case ReplaceQuestion.Resume _ -> resume(errand, old);
      case ReplaceQuestion.Skip _ -> skip(errand);
      case ReplaceQuestion.Rename(var name) -> copy(errand.renamed(name));
    };
  }

  private boolean replace(Errand errand) throws IOException, CommandFailure {
    move(errand, overParts(), true);
    return true;
  }

  private boolean skip(Errand errand) {
    at.screen().line(errand.to().path().name() + ": skipped");
    return false;
  }

  private boolean resume(Errand errand, FileEntry old) throws IOException, CommandFailure {
    Optional<String> alike = looksAlike(old, source(errand)) ? equal(errand) : Optional.empty();
    alike.ifPresent(words -> at.screen().line(errand.to().path().name() + ": " + words));
    if (alike.isEmpty()) {
      move(errand, CopyFile.Resume.IF_PROVED, true);
    }
    return alike.isEmpty();
  }

  private static boolean looksAlike(FileEntry old, FileEntry fresh) {
    Duration apart = Duration.between(old.modified(), fresh.modified()).abs();
    return old.sizeKnown()
        && fresh.sizeKnown()
        && old.size() == fresh.size()
        && apart.compareTo(SAME_TIME) <= 0;
  }

  /// How sure it is that two files that look alike are equal; empty when they are not.
  private Optional<String> equal(Errand errand) throws IOException {
    return switch (comparison.compare(errand)) {
      case DigestComparison.Equal(var proof) ->
          Optional.of("complete already, " + CopyWords.verified(proof));
      case DigestComparison.Different _ -> Optional.empty();
      case DigestComparison.Unknown _ -> Optional.of("same size and time, not compared");
    };
  }

  private boolean refuse(Errand errand, FileEntry old) throws CommandFailure {
    boolean here = errand.direction() == Direction.DOWN;
    throw new CommandFailure(
        here ? ExitCode.LOCAL : ExitCode.REFUSED,
        "%s: %s is there already (%s). Say what shall become of it: -f replaces it, -n keeps it, -c goes on with an unfinished copy. Nothing was copied."
            .formatted(
                errand.subject(),
                errand.to().path().name(),
                ReplaceQuestion.described(old, at.parts().zone())));
  }

  /// What shall be copied.
  private FileEntry source(Errand errand) throws IOException, CommandFailure {
    try {
      return describe.describeFile(errand.from().endpoint().session(), errand.from().path());
    } catch (Refused refused) {
      throw CopyFailures.of(
          errand,
          new CopyFile.Failed(CopyFile.Side.SOURCE, refused, false),
          Optional.empty(),
          at.parts());
    }
  }

  /// What stands there. A store that will not tell is asked again by the copy itself.
  Optional<FileEntry> look(CopyFile.Place place) throws IOException {
    try {
      return Optional.of(describe.describe(place.endpoint().session(), place.path()));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private void move(Errand errand, CopyFile.Resume resume, boolean replace)
      throws IOException, CommandFailure {
    String name = errand.from().path().name().text();
    String newName = errand.to().path().name().text();
    CopyView.Watch watch = view.begins(new CopyView.Task(name, newName, errand.direction().done()));
    CopyFile.Options options = at.parts().copying().withResume(resume).withReplace(replace);
    var order = new CopyFile.Order(errand.from(), errand.to(), options);
    try {
      watch.done(copy.copy(order, watch));
    } catch (CopyFile.Failed failed) {
      watch.failed(failed);
      forgetLost(errand, failed);
      boolean kept = isKept(errand, failed);
      if (kept && at.parts().call().isPresent() && at.parts().cancellation().isWanted()) {
        tellKept(errand);
      }
      throw CopyFailures.of(errand, failed, kept ? goesOn(errand) : Optional.empty(), at.parts());
    } catch (Cancellation.Cancelled cancelled) {
      if (isKeptHere(errand)) {
        tellKept(errand);
      }
      throw cancelled;
    }
  }

  /// After an interruption nothing else tells it.
  private void tellKept(Errand errand) {
    Optional<OneShot> call = at.parts().call().map(RunningCall::call);
    if (call.isEmpty()) {
      at.screen().line("What was received is kept: '" + errand.resumes() + "' goes on.");
    } else {
      String again = goesOnAgain(call.get()) ? ": the same command again goes on there." : ".";
      at.screen().note("What has arrived of " + errand.from().path().name() + " is kept" + again);
    }
  }

  /// Whether the same call would come as far as this file and go on with the part of it: those in
  /// front of it are there now, which ends it unless it says what shall become of them.
  private boolean goesOnAgain(OneShot call) {
    boolean alone = !many && call.steps().size() == 1;
    return call.copying().resume() != CopyFile.Resume.NEVER && (alone || ifThere != IfThere.ASK);
  }

  /// Neither a no, nor a fault of a store, nor a line that was looked after: the session is of no
  /// use any more.
  private static void forgetLost(Errand errand, CopyFile.Failed failed) {
    boolean sound =
        switch (failed.reason()) {
          case Refused _, StoreFailure _, CopyFile.Mismatch _ -> true;
          case ConnectionFailed line -> !line.isSessionLost();
          default -> errand.direction().isHere(failed.side());
        };
    if (!sound) {
      boolean source = failed.side() == CopyFile.Side.SOURCE;
      (source ? errand.from() : errand.to()).endpoint().drop();
    }
  }

  /// The command that goes on with what is kept.
  private Optional<String> goesOn(Errand errand) {
    return Optional.of(at.parts().call().isPresent() ? "" : errand.resumes());
  }

  private static boolean isKept(Errand errand, CopyFile.Failed failed) {
    if (failed.reason() instanceof CopyFile.ForeignPart) {
      return false;
    }
    return errand.direction() == Direction.DOWN
        ? failed.isResumable() && isKeptHere(errand)
        : failed.isResumable() && !(failed.reason() instanceof Refused);
  }

  /// Whether a part of it stands on this machine.
  private static boolean isKeptHere(Errand errand) {
    Optional<Session> here =
        errand.direction() == Direction.DOWN ? errand.to().endpoint().current() : Optional.empty();
    return here.isPresent() && hasPart(here.get().store(), errand.to().path());
  }

  private static boolean hasPart(FileStore store, FilePath path) {
    var unfinished = store.capability(Capability.Unfinished.class);
    try {
      return unfinished.isPresent() && store.describe(unfinished.get().placeOf(path)).size() > 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    view.close();
  }
}
