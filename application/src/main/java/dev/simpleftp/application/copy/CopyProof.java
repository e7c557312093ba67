package dev.simpleftp.application.copy;

import static dev.simpleftp.application.copy.CopySide.at;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Side;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Compares a copy with its source.
///
/// Where the source's side computes digests and the target's does not, the octets are digested as
/// they pass and compared before the copy takes its name. Where the target's side does, its copy is
/// compared when it stands.
final class CopyProof {
  private final CopyFile.Order order;
  private final FileStore from;
  private final FileStore to;

  CopyProof(CopyFile.Order order, FileStore from, FileStore to) {
    this.order = order;
    this.from = from;
    this.to = to;
  }

  /// A copy that was found whole after the line broke.
  record Confirmed(FileEntry source, Proof proof) {}

  /// The algorithm for what passes; empty when nobody would compare it.
  Optional<DigestAlgorithm> passing() {
    boolean target = to.capability(Capability.Checksums.class).isPresent();
    return target || !order.options().byDigest()
        ? Optional.empty()
        : CopyDigests.algorithms(from).stream().findFirst();
  }

  /// A digest that has taken what is there already.
  DigestState begun(DigestAlgorithm algorithm, long there) throws IOException {
    DigestState state = DigestState.of(algorithm);
    if (there > 0) {
      FilePath place =
          to.capability(Capability.Unfinished.class).orElseThrow().placeOf(order.to().path());
      return CopyPart.read(() -> CopyDigests.read(to, place, new OctetRange(0, there), state));
    }
    return state;
  }

  /// Compares the copy that stands now.
  ///
  /// @param before what is proved already
  Proof after(FileEntry source, Proof before) throws CopyFile.Failed {
    if (!(before instanceof Proof.BySize)) {
      return before;
    }
    boolean asked =
        order.options().byDigest() && to.capability(Capability.Checksums.class).isPresent();
    Optional<Proof> proof = asked ? byDigest() : Optional.empty();
    if (proof.isPresent()) {
      return proof.get();
    }
    return at(Side.TARGET, () -> requireSize(source.size())) ? before : Proof.NONE;
  }

  private Optional<Proof> byDigest() throws CopyFile.Failed {
    Optional<DigestAlgorithm> algorithm = CopyDigests.common(from, to);
    if (algorithm.isEmpty()) {
      return Optional.empty();
    }
    Optional<Digest> copy = digest(Side.TARGET, to, order.to().path(), algorithm.get());
    Optional<Digest> source =
        copy.isEmpty() ? copy : digest(Side.SOURCE, from, order.from().path(), algorithm.get());
    if (copy.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    if (!copy.equals(source)) {
      throw new CopyFile.Failed(Side.TARGET, differs(algorithm.get()), false);
    }
    return Optional.of(new Proof.ByDigest(copy.get()));
  }

  private static Optional<Digest> digest(
      Side side, FileStore store, FilePath path, DigestAlgorithm algorithm) throws CopyFile.Failed {
    return at(side, () -> CopyDigests.of(store, path, algorithm, OctetRange.WHOLE));
  }

  private static CopyFile.Mismatch differs(DigestAlgorithm algorithm) {
    return new CopyFile.Mismatch(
        "The copy differs from its source (%s); copy it again.".formatted(algorithm.title()));
  }

  /// @return false when the store will not tell
  private boolean requireSize(long size) throws IOException {
    FileEntry there;
    try {
      there = to.describe(order.to().path());
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.NOT_FOUND) {
        throw elsewhere();
      }
      return false;
    }
    boolean told = there.isFile() && there.sizeKnown();
    if (told && there.size() != size) {
      throw new CopyFile.Mismatch(
          "The copy has %d bytes, its source %d; copy it again.".formatted(there.size(), size));
    }
    return told;
  }

  private CopyFile.Mismatch elsewhere() {
    return new CopyFile.Mismatch(
        "All bytes were taken, but nothing stands at '%s': it seems to be kept under another name; list its directory, or choose a plainer name."
            .formatted(order.to().path()));
  }

  /// Leaves alone what has come to stand at the name, if nothing may be replaced there.
  ///
  /// @throws CopyFile.Failed ALREADY_EXISTS
  void requireFree() throws CopyFile.Failed {
    if (!order.options().replace() && at(Side.TARGET, () -> find(order.to().path())).isPresent()) {
      throw new CopyFile.Failed(
          Side.TARGET,
          new Refused(
              Refusal.ALREADY_EXISTS,
              "'%s' has come to stand there meanwhile and is not replaced"
                  .formatted(order.to().path().name())),
          false);
    }
  }

  /// Looks whether the last try came through after all.
  Optional<Confirmed> confirm() throws IOException {
    FileEntry source = at(Side.SOURCE, () -> from.describe(order.from().path()));
    Optional<FileEntry> copy = at(Side.TARGET, () -> find(order.to().path()));
    if (!source.isFile()
        || !source.sizeKnown()
        || copy.filter(c -> c.sizeKnown() && c.size() == source.size()).isEmpty()) {
      return Optional.empty();
    }
    return proofOfWhole(source).map(proof -> new Confirmed(source, proof));
  }

  private Optional<Proof> proofOfWhole(FileEntry source) throws IOException {
    if (order.options().byDigest() && CopyDigests.common(from, to).isPresent()) {
      try {
        return byDigest();
      } catch (CopyFile.Failed failed) {
        if (failed.reason() instanceof CopyFile.Mismatch) {
          return Optional.empty();
        }
        throw failed;
      }
    }
    return isPartGone() && endsLike(source) ? Optional.of(Proof.BY_SIZE) : Optional.empty();
  }

  /// Where a part is kept until it is complete, one that is gone has got its name.
  private boolean isPartGone() throws CopyFile.Failed {
    return to.capability(Capability.Unfinished.class).isPresent() && !isPartThere();
  }

  /// Whether an unfinished copy still waits for its name.
  boolean isPartThere() throws CopyFile.Failed {
    Optional<Capability.Unfinished> unfinished = to.capability(Capability.Unfinished.class);
    return unfinished.isPresent()
        && at(Side.TARGET, () -> find(unfinished.get().placeOf(order.to().path()))).isPresent();
  }

  private boolean endsLike(FileEntry source) throws IOException {
    ByteBuffer ours = at(Side.SOURCE, () -> CopyTail.of(from, order.from().path(), source.size()));
    ByteBuffer theirs = at(Side.TARGET, () -> CopyTail.of(to, order.to().path(), source.size()));
    return ours.equals(theirs);
  }

  private Optional<FileEntry> find(FilePath path) throws IOException {
    try {
      return Optional.of(to.describe(path));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  /// Asked when all octets are safe and the name is about to change.
  final class Check implements BooleanSupplier {
    private final CopySource source;
    private final long reached;
    private final boolean mayStand;
    private Proof proof = Proof.NONE;
    private @Nullable IOException failure;

    /// @param reached octets of the copy
    /// @param mayStand whether what stands at the name may be this copy
    Check(CopySource source, long reached, boolean mayStand) {
      this.source = source;
      this.reached = reached;
      this.mayStand = mayStand;
    }

    @Override
    public boolean getAsBoolean() {
      try {
        proof = prove();
        if (!mayStand) {
          requireFree();
        }
        return true;
      } catch (IOException e) {
        failure = e;
        return false;
      }
    }

    Proof proof() {
      return proof;
    }

    /// Throws what made it say no.
    void rethrow() throws CopyFile.Failed {
      if (failure instanceof CopyFile.Failed failed) {
        throw failed;
      }
      if (failure != null) {
        throw new CopyFile.Failed(Side.SOURCE, failure, false);
      }
    }

    private Proof prove() throws IOException {
      Optional<Digest> passed = source.digest();
      if (passed.isEmpty()) {
        return bySize();
      }
      DigestAlgorithm algorithm = passed.get().algorithm();
      Optional<Digest> theirs =
          CopyDigests.of(from, order.from().path(), algorithm, OctetRange.WHOLE);
      if (theirs.isPresent() && !theirs.equals(passed)) {
        throw differs(algorithm);
      }
      return theirs.isPresent() ? new Proof.ByDigest(theirs.get()) : bySize();
    }

    /// A file that grew meanwhile was copied beyond the size it had.
    private Proof bySize() throws IOException {
      FileEntry entry = source.entry();
      boolean sized = entry.isFile() && entry.sizeKnown();
      if (sized && reached > entry.size() && source.isSizePromised()) {
        throw tooLong(entry);
      }
      return sized && entry.size() == reached ? Proof.BY_SIZE : Proof.NONE;
    }

    private IOException tooLong(FileEntry entry) throws IOException {
      boolean changed = !CopyStart.same(entry, from.describe(order.from().path()));
      return changed
          ? new CopyHistory.SourceChanged()
          : new CopyFile.Mismatch(
              "%d bytes came, but the source has %d; copy it again."
                  .formatted(reached, entry.size()));
    }
  }
}
