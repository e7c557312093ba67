package dev.simpleftp.application.port.in;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.List;

/// Makes one tree like another: a mirror.
///
/// Links are never followed and never copied. What cannot be done is told and left out; the rest
/// goes on. A mirror that was ended goes on where it was when it is asked for again: what is equal
/// is not copied, and an unfinished file is continued.
public interface CopyTree {

  /// Compares and copies.
  ///
  /// @throws IOException when the directories themselves cannot be read or made, or somebody ended
  ///   it; a failing file is in the report instead
  Report copy(Order order, TreeListener listener) throws IOException;

  /// What to make like what, and how.
  ///
  /// @param from a directory; its content is copied, not the directory itself
  /// @param to made when it is missing
  record Order(CopyFile.Place from, CopyFile.Place to, Options options) {}

  /// How to mirror.
  ///
  /// @param rehearsal whether only to tell what would be done
  /// @param parallel files at the same time, each with sessions of its own; 1 or more
  /// @param delete whether to remove what the source does not have
  /// @param onlyNewer whether to leave a file alone whose copy is not older, whatever its size
  /// @param files how each file is copied
  record Options(
      boolean rehearsal, int parallel, boolean delete, boolean onlyNewer, CopyFile.Options files) {
    public static final Options USUAL = new Options(false, 1, false, false, CopyFile.Options.USUAL);
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

  /// What became of it.
  ///
  /// @param unchanged files that were equal
  /// @param skipped links and special files of the source
  record Report(
      long directories,
      long copied,
      long octets,
      long unchanged,
      long removed,
      long skipped,
      List<Trouble> troubles) {
    public Report {
      troubles = List.copyOf(troubles);
    }

    /// Whether the two trees are alike now, links aside.
    public boolean isComplete() {
      return troubles.isEmpty();
    }
  }

  /// Hears how a mirror goes. Called by several threads at once when several files are copied.
  interface TreeListener {
    /// Hears nothing.
    TreeListener NONE = new TreeListener() {};

    /// How much has been compared and how much is to be copied, as far as is known.
    default void compared(long entries, long filesToCopy, long octetsToCopy) {}

    /// A step begins; in a rehearsal it is only told.
    ///
    /// @param lane which of the parallel copies does it, from 0
    /// @return who hears how a copy goes
    default CopyListener begins(Step step, int lane) {
      return CopyListener.NONE;
    }

    default void done(Step step, int lane) {}

    default void failed(Step step, int lane, IOException cause) {}

    /// A link or special file, or a name that is unsafe on the other side.
    default void skipped(FilePath path, String why) {}
  }
}
