package dev.simpleftp.bootstrap;

import dev.simpleftp.console.CertificateQuestion;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import java.io.IOException;

/// Hands certificates to the console: two adapters that do not know each other.
///
/// A server goes by the one spelling of its name, however it was typed.
record ConsoleTrust(CertificateQuestion question) implements CertificateTrust {
  @Override
  public boolean trusts(Peer peer, Fingerprint fingerprint) throws IOException {
    return question.isTrusted(name(peer), fingerprint.toString());
  }

  @Override
  public boolean knows(Peer peer) throws IOException {
    return question.isKnown(name(peer));
  }

  @Override
  public void decide(Peer peer, UnverifiedCertificate certificate) throws IOException {
    question.decide(
        name(peer),
        new CertificateQuestion.Shown(
            certificate.subject(),
            certificate.issuer(),
            "%s to %s".formatted(certificate.validFrom(), certificate.validUntil()),
            certificate.fingerprint().toString(),
            certificate.why()));
  }

  private static String name(Peer peer) {
    return peer.canonical().toString();
  }
}
