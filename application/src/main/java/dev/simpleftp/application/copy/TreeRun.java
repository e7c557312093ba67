package dev.simpleftp.application.copy;

import dev.simpleftp.application.copy.TreeTally.Count;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// One mirror: what is wanted, who hears of it and what was done.
record TreeRun(
    CopyFile files,
    CopyTree.Order order,
    CopyTree.TreeListener listener,
    TreeTally tally,
    TreeLimits limits) {

  CopyTree.Options options() {
    return order.options();
  }

  TreeSide source() {
    return new TreeSide(CopyFile.Side.SOURCE, this);
  }

  TreeSide target() {
    return new TreeSide(CopyFile.Side.TARGET, this);
  }

  /// Notes a path that stays as it is, and goes on.
  ///
  /// @throws IOException the cause, when it concerns the other paths as well
  void trouble(FilePath path, IOException cause) throws IOException {
    if (TreeFailure.endsAll(cause)) {
      throw cause;
    }
    tally.trouble(path, cause);
    listener.failed(path, cause);
  }

  void skip(FilePath path, String why) {
    tally.add(Count.SKIPPED, 1);
    listener.skipped(path, why);
  }
}
