package dev.simpleftp.application.port.in;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Makes one tree like another: a mirror.
///
/// Links are never followed and never copied. What cannot be done is told and left out; the rest
/// goes on. A mirror that was ended goes on where it was when it is asked for again: what is equal
/// is not copied, and an unfinished file is continued.
///
/// Where one side has a file and the other a directory or a link of the same name, nothing is
/// changed: that is a [Trouble], whatever the options are. A file that the source keeps beside `x`
/// as the unfinished copy of `x` ([dev.simpleftp.domain.FileName#part]) is not copied; one that the
/// target keeps so is not removed while the source has `x`. Times of directories are not kept.
public interface CopyTree {

  /// Compares and copies, and at last removes what is to be removed.
  ///
  /// The calling thread uses the endpoints of the order. When several files are copied at the same
  /// time, threads of the mirror use endpoints of their own; when this returns or throws they have
  /// ended, and those endpoints are closed.
  ///
  /// @throws Failed when the directories themselves cannot be read or made, no session can be
  ///   opened any more, the target is full, or the calling thread was interrupted; a failing file
  ///   is in the report instead
  Report copy(Order order, TreeListener listener) throws Failed;

  /// What to make like what, and how.
  ///
  /// @param from a directory; its content is copied, not the directory itself
  /// @param to made when it is missing
  record Order(CopyFile.Place from, CopyFile.Place to, Options options) {}

  /// How to mirror.
  ///
  /// @param rehearsal whether only to tell what would be done
  /// @param parallel files at the same time, each with sessions of its own; 1 or more
  /// @param delete whether to remove what the source does not have, when all else is done; nothing
  ///   is removed when a part of the source could not be listed
  /// @param onlyNewer whether to leave a file alone whose copy is not older, whatever its size
  /// @param files how each file is copied
  record Options(
      boolean rehearsal, int parallel, boolean delete, boolean onlyNewer, CopyFile.Options files) {
    public static final Options USUAL = new Options(false, 1, false, false, CopyFile.Options.USUAL);

    public Options {
      if (parallel < 1) {
        throw new IllegalArgumentException("At least one file is copied at a time.");
      }
    }
  }

  /// One thing that is to be done. Paths are relative to both directories.
  sealed interface Step {
    FilePath path();

    record MakeDirectory(FilePath path) implements Step {}

    /// Copies a file.
    ///
    /// @param why in a word or two: `missing`, `size differs`, `newer`
    record Copy(FilePath path, FileEntry source, String why) implements Step {}

    record RemoveFile(FilePath path) implements Step {}

    record RemoveDirectory(FilePath path) implements Step {}
  }

  /// A path that is not as it should be, and why.
  record Trouble(FilePath path, IOException cause) {}

  /// What became of it; in a rehearsal what would have.
  ///
  /// @param directories that were made
  /// @param copied files
  /// @param octets that were moved
  /// @param unchanged files that were equal
  /// @param removed files and directories
  /// @param skipped links, special files and unfinished copies of the source
  /// @param failed paths that are not as they should be
  /// @param troubles the same with their causes, but only the first [#MOST_TROUBLES]
  record Report(
      long directories,
      long copied,
      long octets,
      long unchanged,
      long removed,
      long skipped,
      long failed,
      List<Trouble> troubles) {
    /// How many troubles are told with their causes.
    public static final int MOST_TROUBLES = 10_000;

    public Report {
      troubles = List.copyOf(troubles);
    }

    /// Whether the target has now all that the source has, what was skipped aside.
    public boolean isComplete() {
      return failed == 0;
    }
  }

  /// A mirror that ended before it was through. The same order goes on where it was.
  final class Failed extends IOException {
    private final Optional<CopyFile.Side> side;
    private final IOException reason;
    private final Report soFar;

    /// @param side empty when neither is to blame
    /// @param reason what ended it; [java.io.InterruptedIOException] when somebody did
    public Failed(Optional<CopyFile.Side> side, IOException reason, Report soFar) {
      super(reason.getMessage(), reason);
      this.side = side;
      this.reason = reason;
      this.soFar = soFar;
    }

    /// The side that ended it; empty when neither did.
    public Optional<CopyFile.Side> side() {
      return side;
    }

    public IOException reason() {
      return reason;
    }

    /// What was done before it ended.
    public Report soFar() {
      return soFar;
    }
  }

  /// Hears how a mirror goes. Called by several threads at once when several files are copied. An
  /// unchecked exception thrown here ends the mirror in order and comes out of it.
  interface TreeListener {
    /// The lane of what the mirror does between the copies: directories and removals.
    int NO_LANE = -1;

    /// Hears nothing.
    TreeListener NONE = new TreeListener() {};

    /// How much has been compared and how much is to be copied, as far as is known.
    default void compared(long entries, long filesToCopy, long octetsToCopy) {}

    /// A step begins; in a rehearsal it is only told.
    ///
    /// @param lane which of the parallel copies does it, from 0, or [#NO_LANE]
    /// @return who hears how a copy goes
    default CopyListener begins(Step step, int lane) {
      return CopyListener.NONE;
    }

    /// A file was copied; [#done] follows.
    default void copied(Step.Copy step, int lane, CopyFile.Report report) {}

    default void done(Step step, int lane) {}

    default void failed(Step step, int lane, IOException cause) {}

    /// The directory could not be read or made, or nothing may be removed.
    default void failed(FilePath path, IOException cause) {}

    /// A link, a special file or an unfinished copy in the source.
    default void skipped(FilePath path, String why) {}

    /// The session that compares was lost; it is opened again after the pause. Called about once a
    /// second.
    ///
    /// @param attempt the number of the next try in a row, 1 at first
    default void waits(Duration left, int attempt, IOException cause) {}

    /// A lane has no sessions: one more was refused, or was lost for good. The others go on; if
    /// there are none, the files are copied one after the other.
    default void closed(int lane, IOException cause) {}
  }
}
