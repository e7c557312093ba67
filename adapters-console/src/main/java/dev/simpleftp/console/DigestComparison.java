package dev.simpleftp.console;

import dev.simpleftp.application.port.in.DigestFile;
import dev.simpleftp.application.port.out.Capability.Checksums;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Optional;

/// Compares a remote file with one of this machine without moving either.
final class DigestComparison {
  private final DigestFile digests;
  private final Workplace at;

  DigestComparison(DigestFile digests, Workplace at) {
    this.digests = digests;
    this.at = at;
  }

  /// What is known of two files.
  sealed interface Result {}

  record Equal(Proof proof) implements Result {}

  record Different() implements Result {}

  /// The server computes no digest of that file, or nobody wants one.
  record Unknown() implements Result {}

  /// Compares what an errand would copy with what stands in its place.
  Result compare(Errand errand) throws IOException {
    Optional<Checksums> sums =
        at.session()
            .store()
            .capability(Checksums.class)
            .filter(_ -> at.parts().copying().byDigest());
    boolean down = errand.direction() == Direction.DOWN;
    FilePath there = (down ? errand.from() : errand.to()).path();
    FilePath here = (down ? errand.to() : errand.from()).path();
    return sums.isEmpty() ? new Unknown() : compare(sums.get(), there, here);
  }

  private Result compare(Checksums sums, FilePath there, FilePath here) throws IOException {
    DigestAlgorithm algorithm = sums.algorithms().getFirst();
    Digest theirs;
    try {
      theirs = sums.digest(there, algorithm, OctetRange.WHOLE);
    } catch (Refused _) {
      return new Unknown();
    }
    return theirs.equals(own(here, algorithm))
        ? new Equal(new Proof.ByDigest(theirs))
        : new Different();
  }

  private Digest own(FilePath path, DigestAlgorithm algorithm) throws IOException {
    var question = new DigestFile.Question(algorithm, OctetRange.WHOLE);
    return digests.digest(at.local().session(), path, question, _ -> stillWanted()).digest();
  }

  private boolean stillWanted() {
    at.parts().cancellation().check();
    return true;
  }
}
