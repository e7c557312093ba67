package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;

/// Unfinished content that stands where the target keeps it.
record CopyPart(FilePath place, FileEntry entry) {
  /// Where a part comes from.
  enum Origin {
    /// It is the file that this copy or a noted one has begun.
    OURS,
    /// A copy is noted, but whether this is its part nobody tells.
    NOTED,
    /// Nothing says that it is ours.
    FOREIGN
  }

  /// The part for this path; empty when none stands there, or an empty file.
  static Optional<CopyPart> find(FileStore store, FilePath path) throws IOException {
    Optional<Capability.Unfinished> able = store.capability(Capability.Unfinished.class);
    if (able.isEmpty()) {
      return Optional.empty();
    }
    FilePath place = able.get().placeOf(path);
    try {
      FileEntry entry = store.describe(place);
      boolean there = entry.isFile() && (entry.size() > 0 || !entry.sizeKnown());
      return there ? Optional.of(new CopyPart(place, entry)) : Optional.empty();
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// The identity of what an upload to this path has just made; empty where nobody tells.
  static String identity(FileStore store, FilePath path) throws IOException {
    Optional<Capability.Unfinished> able = store.capability(Capability.Unfinished.class);
    try {
      return able.isEmpty() ? "" : store.describe(able.get().placeOf(path)).unique();
    } catch (Refused _) {
      return "";
    }
  }

  /// Reads something of the part.
  ///
  /// @throws Refused BUSY when it is not there any more: another copy has just moved it
  static <T> T read(CopySide.Call<T> reading) throws IOException {
    try {
      return reading.run();
    } catch (Refused refused) {
      boolean gone =
          refused.refusal() == Refusal.NOT_FOUND || refused.refusal() == Refusal.OFFSET_BEYOND_END;
      throw gone ? moved() : refused;
    }
  }

  /// What was found a moment ago is another file now.
  static Refused moved() {
    return new Refused(
        Refusal.BUSY, "The unfinished copy was changed meanwhile by another program");
  }

  /// @param begun whether this copy has begun a part itself
  Origin origin(Optional<TransferJournal.Note> note, boolean begun) {
    String noted = note.map(TransferJournal.Note::part).orElse("");
    if (!noted.isEmpty() && !entry.unique().isEmpty()) {
      return noted.equals(entry.unique()) ? Origin.OURS : Origin.FOREIGN;
    }
    if (begun) {
      return Origin.OURS;
    }
    return note.isPresent() ? Origin.NOTED : Origin.FOREIGN;
  }

  CopyFile.ForeignPart foreign() {
    return new CopyFile.ForeignPart(
        "'%s' is there already and is not ours".formatted(place.name()), false);
  }

  CopyFile.ForeignPart different() {
    return new CopyFile.ForeignPart(
        "'%s' is there already and is not the beginning of the file".formatted(place.name()), true);
  }

  CopyFile.ForeignPart unproved() {
    return new CopyFile.ForeignPart(
        "'%s' is there already and cannot be proved to be the beginning of the file"
            .formatted(place.name()),
        true);
  }

  /// Octets that are there.
  long size() {
    return entry.size();
  }
}
