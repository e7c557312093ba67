package dev.simpleftp.application.copy;

import static dev.simpleftp.application.copy.CopySide.at;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Where a try begins.
///
/// @param offset octets that are there
/// @param tail the last of them, still to be compared with the source; empty when they are proved
/// @param proof that what is there is the beginning of the source
/// @param source what it was compared with
record CopyStart(long offset, ByteBuffer tail, Proof proof, Optional<FileEntry> source) {
  /// At the beginning.
  static final CopyStart ANEW =
      new CopyStart(0, ByteBuffer.allocate(0), Proof.NONE, Optional.empty());

  /// What is there belongs to another file.
  static final class NotTheBeginning extends IOException {}

  /// Whether both describe the same content, as far as that can be seen.
  static boolean same(FileEntry one, FileEntry other) {
    boolean sameFile =
        one.unique().isEmpty() || other.unique().isEmpty() || one.unique().equals(other.unique());
    return sameFile && one.size() == other.size() && one.modified().equals(other.modified());
  }

  /// @throws NotTheBeginning the source was replaced since it was compared
  void requireSame(FileEntry opened) throws NotTheBeginning {
    if (source.isPresent() && !same(source.get(), opened)) {
      throw new NotTheBeginning();
    }
  }

  /// Octets of the source in front of what is to be moved that have to be read.
  int overlap() {
    return tail.remaining();
  }

  /// Looks for a part that may go on.
  record Finder(CopyFile.Order order, FileStore from, FileStore to) {

    /// @param known the source that the journal has noted
    CopyStart find(Optional<FileEntry> known) throws IOException {
      FileEntry source = at(Side.SOURCE, () -> from.describe(order.from().path()));
      boolean noted = known.isPresent() && same(known.get(), source);
      if (!noted && order.options().resume() != CopyFile.Resume.IF_PROVED) {
        return ANEW;
      }
      boolean trusted = noted && FileComparison.isTimeKnown(source);
      Optional<Part> part = at(Side.TARGET, this::part);
      return part.isEmpty() || part.get().size() > source.size() || !source.isFile()
          ? ANEW
          : prove(source, part.get(), trusted);
    }

    /// Leaves somebody else's file alone.
    ///
    /// @throws CopyFile.Failed ALREADY_EXISTS
    void requireNoPart() throws CopyFile.Failed {
      Optional<Part> there = at(Side.TARGET, this::unfinished);
      if (there.filter(part -> part.size() > 0 || !part.entry.sizeKnown()).isPresent()) {
        throw new CopyFile.Failed(
            Side.TARGET,
            new Refused(
                Refusal.ALREADY_EXISTS,
                "'%s' is there already and is not ours; '-c' goes on with it, '-f' replaces it"
                    .formatted(there.get().place.name())),
            false);
      }
    }

    private Optional<Part> part() throws IOException {
      return unfinished().filter(part -> part.size() > 0);
    }

    private Optional<Part> unfinished() throws IOException {
      Optional<Capability.Unfinished> able = to.capability(Capability.Unfinished.class);
      if (able.isEmpty()) {
        return Optional.empty();
      }
      FilePath place = able.get().placeOf(order.to().path());
      try {
        FileEntry entry = to.describe(place);
        return entry.isFile() ? Optional.of(new Part(place, entry)) : Optional.empty();
      } catch (Refused _) {
        return Optional.empty();
      }
    }

    private CopyStart prove(FileEntry source, Part part, boolean trusted) throws IOException {
      Optional<DigestAlgorithm> algorithm =
          order.options().byDigest() ? CopyDigests.common(from, to) : Optional.empty();
      if (algorithm.isPresent()) {
        Optional<CopyStart> proved = byDigest(source, part, algorithm.get());
        if (proved.isPresent()) {
          return proved.get();
        }
      }
      // The end of a part of unknown origin proves nothing about what stands in front of it.
      return trusted || part.size() <= CopyTail.LENGTH ? byTail(source, part) : ANEW;
    }

    private Optional<CopyStart> byDigest(FileEntry source, Part part, DigestAlgorithm algorithm)
        throws IOException {
      var range = new OctetRange(0, part.size());
      Optional<Digest> theirs =
          at(Side.SOURCE, () -> CopyDigests.of(from, order.from().path(), algorithm, range));
      if (theirs.isEmpty()) {
        return Optional.empty();
      }
      Optional<Digest> ours =
          at(Side.TARGET, () -> CopyDigests.of(to, part.place, algorithm, range));
      return ours.map(digest ->
          digest.equals(theirs.get())
              ? new CopyStart(
                  part.size(),
                  ByteBuffer.allocate(0),
                  new Proof.ByDigest(digest),
                  Optional.of(source))
              : ANEW);
    }

    private CopyStart byTail(FileEntry source, Part part) throws IOException {
      ByteBuffer tail = at(Side.TARGET, () -> CopyTail.of(to, part.place, part.size()));
      return new CopyStart(part.size(), tail, Proof.BY_SIZE, Optional.of(source));
    }
  }

  /// What an earlier copy left.
  private record Part(FilePath place, FileEntry entry) {
    long size() {
      return entry.size();
    }
  }
}
