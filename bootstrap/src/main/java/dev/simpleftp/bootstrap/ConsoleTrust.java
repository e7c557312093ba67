package dev.simpleftp.bootstrap;

import dev.simpleftp.console.CertificateQuestion;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import java.io.IOException;

/// Hands certificates to the console: two adapters that do not know each other.
record ConsoleTrust(CertificateQuestion question) implements CertificateTrust {
  @Override
  public boolean trusts(Peer peer, Fingerprint fingerprint) throws IOException {
    return question.isTrusted(peer.toString(), fingerprint.toString());
  }

  @Override
  public void decide(Peer peer, UnverifiedCertificate certificate) throws IOException {
    question.decide(
        peer.toString(),
        new CertificateQuestion.Shown(
            certificate.subject(),
            certificate.issuer(),
            "%s to %s".formatted(certificate.validFrom(), certificate.validUntil()),
            certificate.fingerprint().toString(),
            certificate.why()));
  }
}
