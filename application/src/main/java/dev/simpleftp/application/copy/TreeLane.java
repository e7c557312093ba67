package dev.simpleftp.application.copy;

import dev.simpleftp.application.copy.TreeTally.Count;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;

/// Copies files one after the other. One thread uses it, and both its endpoints.
final class TreeLane {
  private final TreeRun run;
  private final int number;
  private final Endpoint from;
  private final Endpoint to;

  private TreeLane(TreeRun run, int number, Endpoint from, Endpoint to) {
    this.run = run;
    this.number = number;
    this.from = from;
    this.to = to;
  }

  /// The lane of the thread that compares, with the endpoints of the order.
  static TreeLane shared(TreeRun run) {
    return new TreeLane(run, 0, run.order().from().endpoint(), run.order().to().endpoint());
  }

  /// A lane with endpoints of its own.
  static TreeLane separate(TreeRun run, int number) {
    CopyTree.Order order = run.order();
    return new TreeLane(
        run, number, order.from().endpoint().another(), order.to().endpoint().another());
  }

  int number() {
    return number;
  }

  /// Opens both sessions.
  void open() throws IOException {
    from.session();
    to.session();
  }

  /// Copies one file; if it fails, that is noted.
  ///
  /// @return why this lane cannot copy any more, if so
  /// @throws IOException when no lane can, or nobody waits for it any more
  Optional<IOException> copy(Step.Copy step) throws IOException {
    CopyListener hears = run.listener().begins(step, number);
    try {
      CopyFile.Report report = run.files().copy(order(step.path()), hears);
      run.tally().add(Count.COPIED, 1);
      run.tally().add(Count.OCTETS, report.moved());
      run.listener().copied(step, number, report);
    } catch (IOException e) {
      TreeFailure.requireWanted();
      if (e instanceof CopyFile.Failed failed) {
        run.tally().blame(failed.side(), failed.reason());
      }
      return fail(step, TreeFailure.reason(e));
    }
    run.listener().done(step, number);
    return Optional.empty();
  }

  private CopyFile.Order order(FilePath path) {
    CopyTree.Order order = run.order();
    return new CopyFile.Order(
        new CopyFile.Place(from, path.under(order.from().path())),
        new CopyFile.Place(to, path.under(order.to().path())),
        run.options().files());
  }

  private Optional<IOException> fail(Step.Copy step, IOException reason) throws IOException {
    run.tally().trouble(step.path(), reason);
    run.listener().failed(step, number, reason);
    if (TreeFailure.isFull(reason)) {
      throw reason;
    }
    boolean open = !TreeFailure.endsSession(reason) || canReopen(reason);
    return open ? Optional.empty() : Optional.of(reason);
  }

  /// The one file may have been what the session died of.
  private boolean canReopen(IOException reason) throws IOException {
    drop();
    if (reason instanceof Refused) {
      return false;
    }
    try {
      open();
      return true;
    } catch (IOException _) {
      TreeFailure.requireWanted();
      return false;
    }
  }

  /// Ends both sessions, whatever the other sides say to it. May come from another thread when this
  /// one does not come back.
  void drop() {
    from.drop();
    to.drop();
  }
}
