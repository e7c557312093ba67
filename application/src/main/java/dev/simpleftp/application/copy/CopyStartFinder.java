package dev.simpleftp.application.copy;

import static dev.simpleftp.application.copy.CopySide.at;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Resume;
import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Proof;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Looks for a part that may go on, and leaves alone what may be somebody else's.
///
/// @param known what is known of a part
record CopyStartFinder(CopyFile.Order order, FileStore from, FileStore to, Known known) {

  /// What is known of a part before anybody looks.
  ///
  /// @param resume what may become of it
  /// @param note of an earlier copy
  /// @param begun whether this copy has begun a part itself
  record Known(Resume resume, Optional<TransferJournal.Note> note, boolean begun) {}

  /// A part is proved only when one is noted, or somebody asks for it: most copies begin anew and
  /// should cost no question more than that.
  boolean isWorthProving() {
    return switch (known.resume()) {
      case ANEW, NEVER -> false;
      case IF_KNOWN, IF_KNOWN_ELSE_ANEW -> known.note().isPresent();
      case IF_PROVED -> true;
    };
  }

  /// Begins anew, but not over somebody else's file.
  ///
  /// @throws CopyFile.Failed ALREADY_EXISTS
  CopyStart anew() throws CopyFile.Failed {
    boolean own = known.begun() && known.note().isEmpty();
    if (!known.resume().replacesAll() && !own) {
      Optional<CopyPart> there = part();
      if (there.isPresent() && origin(there.get()) == CopyPart.Origin.FOREIGN) {
        throw new CopyFile.Failed(Side.TARGET, there.get().foreign(), false);
      }
    }
    return CopyStart.ANEW;
  }

  /// Goes on with the part that is there, if it is the beginning of the source.
  ///
  /// @throws CopyFile.Failed ALREADY_EXISTS when it is not, and may be somebody else's
  CopyStart find() throws IOException {
    FileEntry source = at(Side.SOURCE, () -> from.describe(order.from().path()));
    Optional<CopyPart> found = part();
    if (found.isEmpty()) {
      return CopyStart.ANEW;
    }
    CopyPart part = found.get();
    CopyPart.Origin origin = origin(part);
    boolean noted =
        origin != CopyPart.Origin.FOREIGN
            && known.note().filter(note -> CopyStart.same(note.source(), source)).isPresent();
    if (!source.isFile() || (!noted && known.resume() != Resume.IF_PROVED)) {
      return anew(origin, part.foreign());
    }
    if (!part.entry().sizeKnown() || !source.sizeKnown()) {
      return anew(origin, part.unproved());
    }
    // Of a file that was noted as it is now, a part of ours would be the beginning.
    CopyPart.Origin doubted =
        noted && origin == CopyPart.Origin.NOTED ? CopyPart.Origin.FOREIGN : origin;
    return part.size() > source.size()
        ? anew(doubted, part.different())
        : new Proving(source, part, origin, doubted)
            .start(noted && FileComparison.isTimeKnown(source));
  }

  private Optional<CopyPart> part() throws CopyFile.Failed {
    return at(Side.TARGET, () -> CopyPart.find(to, order.to().path()));
  }

  private CopyPart.Origin origin(CopyPart part) {
    return part.origin(known.note(), known.begun());
  }

  private CopyStart anew(CopyPart.Origin origin, CopyFile.ForeignPart why) throws CopyFile.Failed {
    Optional<CopyFile.ForeignPart> obstacle = obstacle(origin, why);
    if (obstacle.isPresent()) {
      throw new CopyFile.Failed(Side.TARGET, obstacle.get(), false);
    }
    return CopyStart.ANEW;
  }

  private Optional<CopyFile.ForeignPart> obstacle(
      CopyPart.Origin origin, CopyFile.ForeignPart why) {
    boolean spared = origin == CopyPart.Origin.FOREIGN && !known.resume().replacesAll();
    return spared ? Optional.of(why) : Optional.empty();
  }

  /// Compares a part with the source.
  private final class Proving {
    private final FileEntry source;
    private final CopyPart part;
    private final CopyPart.Origin origin;
    private final CopyPart.Origin doubted;

    /// @param doubted its origin if it is not the beginning
    Proving(FileEntry source, CopyPart part, CopyPart.Origin origin, CopyPart.Origin doubted) {
      this.source = source;
      this.part = part;
      this.origin = origin;
      this.doubted = doubted;
    }

    /// @param trusted whether the end of the part is proof enough
    CopyStart start(boolean trusted) throws IOException {
      Optional<DigestAlgorithm> algorithm =
          order.options().byDigest() ? CopyDigests.common(from, to) : Optional.empty();
      if (algorithm.isPresent()) {
        Optional<CopyStart> proved = byDigest(algorithm.get());
        if (proved.isPresent()) {
          return proved.get();
        }
      }
      // The end of a part of unknown origin proves nothing about what stands in front of it.
      return trusted || part.size() <= CopyTail.LENGTH ? byTail() : anew(origin, part.unproved());
    }

    private Optional<CopyStart> byDigest(DigestAlgorithm algorithm) throws IOException {
      var range = new OctetRange(0, part.size());
      Optional<Digest> theirs =
          at(Side.SOURCE, () -> CopyDigests.of(from, order.from().path(), algorithm, range));
      Optional<Digest> ours =
          theirs.isEmpty()
              ? theirs
              : at(Side.TARGET, () -> CopyDigests.of(to, part.place(), algorithm, range));
      if (ours.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          ours.equals(theirs)
              ? onward(ByteBuffer.allocate(0), new Proof.ByDigest(ours.get()))
              : anew(doubted, part.different()));
    }

    private CopyStart byTail() throws IOException {
      ByteBuffer tail =
          at(Side.TARGET, () -> CopyPart.read(() -> CopyTail.of(to, part.place(), part.size())));
      return onward(tail, Proof.BY_SIZE);
    }

    private CopyStart onward(ByteBuffer tail, Proof proof) {
      return new CopyStart(
          part.size(), tail, proof, Optional.of(source), obstacle(doubted, part.different()));
    }
  }
}
