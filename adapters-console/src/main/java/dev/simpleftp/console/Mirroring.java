package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.console.command.ConsoleCommand.Mirror;
import dev.simpleftp.console.command.MirrorStyle;
import dev.simpleftp.console.progress.CopyView;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `mirror`: tells what is done to each file, and at the end how much it was and what failed.
final class Mirroring {
  private static final int MOST_TROUBLES = 100;

  private final ConsoleCore core;
  private final Workplace at;

  Mirroring(ConsoleCore core, Workplace at) {
    this.core = core;
    this.at = at;
  }

  void mirror(Mirror command) throws IOException, CommandFailure {
    Direction direction = command.reverse() ? Direction.UP : Direction.DOWN;
    CopyTree.Order order = order(command);
    Endpoint here = (command.reverse() ? order.from() : order.to()).endpoint();
    CopyTree.Report report;
    try (here;
        CopyView view = at.view()) {
      var watch = new MirrorWatch(view, at, direction, command.style().rehearsal());
      report = core.copyTree().copy(order, watch);
    } catch (CopyTree.Failed failed) {
      throw givenUp(command, direction, failed);
    }
    summary(command, report);
    if (!report.isComplete()) {
      throw new CommandFailure(
          ExitCode.PARTIAL,
          command.subject()
              + ": "
              + counted(report.failed(), "path", "paths")
              + " failed; when what stood in the way is mended, the same command goes on.");
    }
  }

  private CommandFailure givenUp(Mirror command, Direction direction, CopyTree.Failed failed) {
    summary(command, failed.soFar());
    IOException reason = failed.reason();
    boolean here = failed.side().filter(direction::isHere).isPresent();
    return new CommandFailure(
        Failures.code(reason, here),
        command.subject()
            + ": "
            + CopyFailures.sentence(reason, here)
            + " What is copied stays; the same command goes on.",
        failed);
  }

  private CopyTree.Order order(Mirror command) throws IOException {
    boolean up = command.reverse();
    FilePath source = resolve(up, command.source().orElse(""));
    FilePath target = target(command, source);
    return new CopyTree.Order(place(up, source), place(!up, target), options(command.style()));
  }

  /// The present directory goes into the present directory, a named one into one of its name.
  private FilePath target(Mirror command, FilePath source) throws IOException {
    boolean up = command.reverse();
    boolean named = !source.equals(resolve(up, "")) && !source.isRoot();
    String typed = command.target().orElse("");
    FilePath target = resolve(!up, typed);
    boolean inside = command.target().isEmpty() || (typed.endsWith("/") && !target.isRoot());
    return named && inside ? target.child(source.name()) : target;
  }

  private FilePath resolve(boolean here, String name) throws IOException {
    return here ? at.local().resolve(name) : at.session().resolve(name);
  }

  /// What somebody else's tree brings must not leave the local directory by a link.
  private CopyFile.Place place(boolean here, FilePath path) throws IOException {
    return here ? core.local().enclosed().of(path) : new CopyFile.Place(at.remote(), path);
  }

  private CopyTree.Options options(MirrorStyle style) {
    return new CopyTree.Options(
        style.rehearsal(),
        style.parallel(),
        style.delete(),
        style.onlyNewer(),
        at.parts().copying());
  }

  private void summary(Mirror command, CopyTree.Report report) {
    boolean rehearsal = command.style().rehearsal();
    List<String> parts = new ArrayList<>();
    parts.add(
        counted(report.copied(), "file", "files")
            + (rehearsal ? " to copy" : " copied")
            + (rehearsal ? "" : " (" + new ByteSize(report.octets()) + ")"));
    add(parts, report.directories(), rehearsal ? "directories to make" : "directories made");
    add(parts, report.unchanged(), "unchanged");
    add(parts, report.removed(), rehearsal ? "to remove" : "removed");
    add(parts, report.skipped(), "skipped");
    add(parts, report.failed(), "failed");
    at.screen().line(command.subject() + ": " + String.join(", ", parts));
    report.troubles().stream().limit(MOST_TROUBLES).forEach(this::tell);
    if (report.failed() > MOST_TROUBLES) {
      at.screen().note("  and " + (report.failed() - MOST_TROUBLES) + " more");
    }
  }

  private void tell(CopyTree.Trouble trouble) {
    at.screen()
        .note(
            "  "
                + MirrorWatch.shown(trouble.path())
                + ": "
                + CopyFailures.inMirror(trouble.cause()));
  }

  private static void add(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(number + " " + what);
    }
  }

  private static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
