package dev.simpleftp.application.copy;

import dev.simpleftp.application.copy.TreeTally.Count;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/// Makes and removes in the target, step by step; in a rehearsal it only tells.
final class TreeEdits {
  private final TreeRun run;
  private final TreeSide target;

  TreeEdits(TreeRun run, TreeSide target) {
    this.run = run;
    this.target = target;
  }

  /// Makes a directory of which the listing showed nothing.
  Made make(FilePath path) throws IOException {
    var made = new AtomicReference<>(Made.NEW);
    boolean done =
        apply(new Step.MakeDirectory(path), store -> made.set(makeIn(store, target.at(path))));
    if (done && made.get() == Made.NEW) {
      run.tally().add(Count.DIRECTORIES, 1);
    }
    return done ? made.get() : Made.NOT;
  }

  /// What became of a directory that was to be made.
  enum Made {
    NEW,
    /// Made by a try whose answer was lost, or the same name in other letters.
    STOOD_THERE,
    NOT
  }

  /// Removes one, and tells whether it is gone.
  boolean removeFile(FilePath path) throws IOException {
    return remove(new Step.RemoveFile(path), store -> store.removeFile(target.at(path)));
  }

  /// Removes one, and tells whether it is gone.
  boolean removeDirectory(FilePath path) throws IOException {
    return remove(new Step.RemoveDirectory(path), store -> store.removeDirectory(target.at(path)));
  }

  private boolean remove(Step step, Edit edit) throws IOException {
    boolean done = apply(step, edit);
    run.tally().add(Count.REMOVED, done ? 1 : 0);
    return done;
  }

  private boolean apply(Step step, Edit edit) throws IOException {
    run.listener().begins(step, TreeListener.NO_LANE);
    if (run.options().rehearsal()) {
      return true;
    }
    try {
      carryOut(step, edit);
    } catch (IOException e) {
      fail(step, e);
      return false;
    }
    run.listener().done(step, TreeListener.NO_LANE);
    return true;
  }

  /// What is to be removed and has gone already is removed.
  private void carryOut(Step step, Edit edit) throws IOException {
    target.ask(store -> {
      try {
        edit.apply(store);
      } catch (Refused refused) {
        if (step instanceof Step.MakeDirectory || refused.refusal() != Refusal.NOT_FOUND) {
          throw refused;
        }
      }
      return step;
    });
  }

  private void fail(Step step, IOException e) throws IOException {
    TreeFailure.requireWanted();
    if (TreeFailure.endsAll(e)) {
      throw e;
    }
    run.tally().trouble(step.path(), e);
    run.listener().failed(step, TreeListener.NO_LANE, e);
  }

  private static Made makeIn(FileStore store, FilePath path) throws IOException {
    try {
      store.makeDirectory(path);
      return Made.NEW;
    } catch (Refused refused) {
      boolean stands =
          refused.refusal() == Refusal.ALREADY_EXISTS && store.describe(path).isDirectory();
      if (!stands) {
        throw refused;
      }
      return Made.STOOD_THERE;
    }
  }

  /// Makes the root of the target, and the directories that lead to it.
  void makeRoot() throws IOException {
    var step = new Step.MakeDirectory(FilePath.ROOT);
    run.listener().begins(step, TreeListener.NO_LANE);
    if (!run.options().rehearsal()) {
      target.ask(store -> makeWithParents(store, target.at(FilePath.ROOT)));
      run.listener().done(step, TreeListener.NO_LANE);
    }
    run.tally().add(Count.DIRECTORIES, 1);
  }

  private static Made makeWithParents(FileStore store, FilePath path) throws IOException {
    try {
      return makeIn(store, path);
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_FOUND || path.isRoot()) {
        throw refused;
      }
      makeWithParents(store, path.parent());
      return makeIn(store, path);
    }
  }

  /// One change.
  @FunctionalInterface
  private interface Edit {
    void apply(FileStore store) throws IOException;
  }
}
