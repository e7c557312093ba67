package dev.simpleftp.socket.tls;

import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// A server shows a certificate that no authority vouches for, and that nobody has said to trust.
public final class UnverifiedCertificate extends IOException {
  private final transient X509Certificate certificate;
  private final String why;

  UnverifiedCertificate(Peer peer, X509Certificate certificate, CertificateException cause) {
    this(peer, certificate, why(peer, certificate, cause), cause);
  }

  private UnverifiedCertificate(
      Peer peer, X509Certificate certificate, String why, CertificateException cause) {
    super(
        "The certificate of %s cannot be verified: %s. Its SHA-256 fingerprint is %s."
            .formatted(peer, why, Fingerprint.of(certificate)),
        cause);
    this.certificate = certificate;
    this.why = why;
  }

  /// Why it is not verified, such as `it is self-signed`.
  public String why() {
    return why;
  }

  /// Whom it is for, as a distinguished name.
  public String subject() {
    return certificate.getSubjectX500Principal().getName();
  }

  /// Who says so.
  public String issuer() {
    return certificate.getIssuerX500Principal().getName();
  }

  public Instant validFrom() {
    return Validity.of(certificate).from();
  }

  public Instant validUntil() {
    return Validity.of(certificate).until();
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(certificate);
  }

  private static String why(Peer peer, X509Certificate certificate, CertificateException cause) {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException _) {
      return "it expired on " + Validity.of(certificate).until();
    } catch (CertificateNotYetValidException _) {
      return "it is not valid before " + Validity.of(certificate).from();
    }
    if (!isAboutItsIssuer(cause)) {
      return "it is not for the host " + peer.host();
    }
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        ? "it is self-signed"
        : "no authority that this machine trusts has issued it";
  }

  private static boolean isAboutItsIssuer(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException
          || cause instanceof CertPathValidatorException) {
        return true;
      }
    }
    return false;
  }
}
