package dev.simpleftp.socket.tls;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/// Whom to trust although no authority vouches for them.
public interface CertificateTrust {
  /// Nobody.
  CertificateTrust NOBODY = only(Set.of());

  /// Whether this certificate of this server is trusted. Asked in the middle of a handshake, so it
  /// answers at once.
  boolean trusts(Peer peer, Fingerprint fingerprint) throws IOException;

  /// Whether a certificate of this server itself was trusted before, or named. Such a server does
  /// TLS; where it says that it does not, somebody may stand between.
  default boolean knows(Peer peer) throws IOException {
    return false;
  }

  /// Decides about a certificate that is not trusted so far. The connection that showed it is gone,
  /// so there is time to ask somebody; when this returns, [#trusts] says yes.
  ///
  /// @throws ConnectionFailed when it stays untrusted, in one sentence
  void decide(Peer peer, UnverifiedCertificate certificate) throws IOException;

  /// Certificates with one of these fingerprints, whoever shows them: of everybody TLS is expected
  /// then.
  static CertificateTrust only(Collection<Fingerprint> trusted) {
    Set<Fingerprint> known = Set.copyOf(trusted);
    return new CertificateTrust() {
      @Override
      public boolean trusts(Peer peer, Fingerprint fingerprint) {
        return known.contains(fingerprint);
      }

      @Override
      public boolean knows(Peer peer) {
        return !known.isEmpty();
      }

      @Override
      public void decide(Peer peer, UnverifiedCertificate certificate) throws IOException {
        throw ConnectionFailed.ofSession(String.valueOf(certificate.getMessage()), certificate);
      }
    };
  }
}
