package dev.simpleftp.application.copy;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Removes from the target what the source does not have: files first, then directories from the
/// deepest up. A link is removed, never followed.
final class TreeRemoval {
  private final TreeRun run;
  private final TreeSide target;
  private final TreeEdits edits;
  private final List<FilePath> files = new ArrayList<>();
  private final List<FilePath> directories = new ArrayList<>();
  private @Nullable StoreFailure obstacle;
  private int held;
  private int visited;

  TreeRemoval(TreeRun run, TreeSide target, TreeEdits edits) {
    this.run = run;
    this.target = target;
    this.edits = edits;
  }

  /// Notes an entry of the target for later.
  void add(FilePath path, FileEntry entry) {
    try {
      hold();
      (entry.isDirectory() ? directories : files).add(path);
    } catch (StoreFailure e) {
      obstacle = e;
    }
  }

  /// A part of the source was not seen, so nobody knows what it does not have.
  void forbid() {
    obstacle =
        new StoreFailure(
            "Nothing was removed, because not all of the source could be read; mend that and mirror"
                + " again.");
  }

  void run() throws IOException {
    if (obstacle == null) {
      removeAll();
    } else if (run.options().delete()) {
      run.trouble(FilePath.ROOT, obstacle);
    }
  }

  private void removeAll() throws IOException {
    for (FilePath file : files) {
      edits.removeFile(file);
    }
    for (FilePath directory : directories) {
      if (isStillDirectory(directory)) {
        removeTree(directory);
      }
    }
  }

  /// Much time has passed since it was listed.
  private boolean isStillDirectory(FilePath path) throws IOException {
    try {
      if (!target.describe(path).isDirectory()) {
        throw new Refused(Refusal.NOT_A_DIRECTORY);
      }
      return true;
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_FOUND) {
        run.trouble(path, refused);
      }
      return false;
    }
  }

  /// @return whether nothing of it is left
  private boolean removeTree(FilePath directory) throws IOException {
    boolean empty = true;
    try {
      requireBounds(directory);
      for (FilePath child : removeFilesIn(directory)) {
        empty &= removeTree(child);
        held--;
      }
    } catch (IOException e) {
      run.trouble(directory, e);
      return false;
    }
    return empty && edits.removeDirectory(directory);
  }

  /// @return the directories that are there
  private List<FilePath> removeFilesIn(FilePath directory) throws IOException {
    List<FilePath> inner = new ArrayList<>();
    for (FileEntry entry : target.list(directory).values()) {
      FilePath path = directory.child(entry.name());
      if (entry.isDirectory()) {
        hold();
        inner.add(path);
      } else {
        edits.removeFile(path);
      }
    }
    return inner;
  }

  private void requireBounds(FilePath directory) throws StoreFailure {
    TreeLimits limits = run.limits();
    if (directory.names().size() > limits.depth()) {
      throw TreeWalk.tooDeep(limits.depth());
    }
    visited++;
    if (visited > limits.directories()) {
      throw tooMany(limits.directories());
    }
  }

  private void hold() throws StoreFailure {
    held++;
    if (held > run.limits().entries()) {
      throw tooMany(run.limits().entries());
    }
  }

  private static StoreFailure tooMany(int limit) {
    return new StoreFailure(
        "More than " + limit + " entries are to be removed; remove some of them first.");
  }
}
