package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.out.Capability.Checksums;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refused;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a file goes that cannot be read back from there: compares what passes with what the store
/// tells of the file.
final class ProvedOutput extends FilterOutputStream {
  private final Optional<Checksums> sums;
  private final Optional<DigestState> passing;

  /// @param sums computes digests where the file lies, if anybody does
  ProvedOutput(OutputStream out, Optional<Checksums> sums) {
    super(out);
    this.sums = sums;
    this.passing = sums.map(able -> DigestState.of(able.algorithms().getFirst()));
  }

  /// One that compares as the options of the copies want it.
  static ProvedOutput of(OutputStream out, Session session, CopyFile.Options options) {
    return new ProvedOutput(
        out, session.store().capability(Checksums.class).filter(_ -> options.byDigest()));
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    out.write(octets, offset, length);
    passing.ifPresent(state -> state.update(ByteBuffer.wrap(octets, offset, length)));
  }

  /// How sure it is that the file has passed; asked once.
  ///
  /// @throws CopyFile.Mismatch other octets have passed, or more than the store told of
  Proof proof(FilePath path, Contents.Poured poured) throws IOException {
    long came = poured.report().bytes();
    OptionalLong promised = poured.source().contentSize();
    if (came != promised.orElse(came)) {
      throw new CopyFile.Mismatch(
          "%d bytes came, but the server told of %d; get it again."
              .formatted(came, promised.getAsLong()));
    }
    Optional<Digest> passed = passing.map(DigestState::digest);
    Optional<Digest> theirs = passed.isEmpty() ? passed : digest(path, passed.get());
    if (theirs.isPresent() && !theirs.equals(passed)) {
      throw new CopyFile.Mismatch(
          "What came differs from the file (%s); get it again."
              .formatted(theirs.get().algorithm().title()));
    }
    Proof bySize = promised.isPresent() ? Proof.BY_SIZE : Proof.NONE;
    return theirs.<Proof>map(Proof.ByDigest::new).orElse(bySize);
  }

  private Optional<Digest> digest(FilePath path, Digest passed) throws IOException {
    try {
      return Optional.of(sums.orElseThrow().digest(path, passed.algorithm(), OctetRange.WHOLE));
    } catch (Refused _) {
      return Optional.empty();
    }
  }
}
