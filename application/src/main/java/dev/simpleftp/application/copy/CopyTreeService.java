package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;

/// Compares two trees directory by directory and copies what differs.
///
/// It holds the entries of one directory at a time, the directories that wait, and a bounded number
/// of files to copy, however large the trees are.
public final class CopyTreeService implements CopyTree {
  private final CopyFile files;
  private final InstantSource clock;
  private final TreeLimits limits;

  public CopyTreeService(CopyFile files, InstantSource clock) {
    this(files, clock, TreeLimits.ofMemory());
  }

  CopyTreeService(CopyFile files, InstantSource clock, TreeLimits limits) {
    this.files = files;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  public Report copy(Order order, TreeListener listener) throws Failed {
    var run = new TreeRun(files, order, listener, new TreeTally(), limits);
    try (var lanes = new TreeLanes(run)) {
      requireApart(order.from(), order.to());
      var walk = new TreeWalk(run, lanes, comparison(run));
      walk.run();
      lanes.finish();
      walk.removal().run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failed(run, new InterruptedIOException("Interrupted."));
    } catch (IOException e) {
      throw failed(run, e);
    }
    return run.tally().report();
  }

  private static Failed failed(TreeRun run, IOException reason) {
    return new Failed(run.tally().sideOf(reason), reason, run.tally().report());
  }

  private FileComparison comparison(TreeRun run) throws IOException {
    boolean canKeep =
        run.target().ask(store -> store.capability(Capability.Timestamps.class).isPresent());
    Options options = run.options();
    return new FileComparison(
        canKeep && options.files().keepTime(), options.onlyNewer(), clock.instant());
  }

  /// A tree that holds its own mirror would grow for ever; one that is mirrored to what holds it
  /// could be removed by itself.
  private static void requireApart(CopyFile.Place from, CopyFile.Place to) throws Refused {
    boolean nested = from.path().startsWith(to.path()) || to.path().startsWith(from.path());
    if (nested && from.endpoint().address().equals(to.endpoint().address())) {
      throw new Refused(
          Refusal.BAD_NAME,
          "A directory cannot be mirrored to itself, into itself or around itself");
    }
  }
}
