package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import java.io.IOException;

/// Computes the digest of a file, or of a part of it, without moving it anywhere.
///
/// Whoever may not read a file gets no digest of it either.
public interface DigestFile {

  /// Reads the octets and digests them; a digest that is known already is not computed again.
  ///
  /// @throws dev.simpleftp.domain.Refused the store said no; OFFSET_BEYOND_END when the range
  ///   begins where the file has no octet
  /// @throws dev.simpleftp.domain.StoreFailure the file changed while it was read
  /// @throws Cancelled the watcher did not want to go on
  Result digest(Session session, FilePath path, Question question, Watcher watcher)
      throws IOException;

  /// What is asked about a file.
  ///
  /// @param range what lies behind the end of the file is left out
  record Question(DigestAlgorithm algorithm, OctetRange range) {}

  /// The answer.
  ///
  /// @param range the octets that were digested, never beyond the end of the file
  record Result(Digest digest, OctetRange range) {}

  /// Hears how far the reading has come.
  @FunctionalInterface
  interface Watcher {

    /// Called between two steps.
    ///
    /// @param octets read so far
    /// @return whether to go on
    boolean goOn(long octets);
  }

  /// Nobody wanted the digest any more.
  final class Cancelled extends IOException {
    public Cancelled() {
      super("The digest was not wanted any more.");
    }
  }
}
