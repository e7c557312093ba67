package dev.simpleftp.socket.tls;

import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A server shows a certificate that no authority vouches for, and that nobody has said to trust.
public final class UnverifiedCertificate extends IOException {
  private final transient X509Certificate certificate;
  private final String why;

  /// @param cause why no authority counts
  /// @param forHost whether the host of the peer is one of those that it names
  UnverifiedCertificate(
      Peer peer, X509Certificate certificate, CertificateException cause, boolean forHost) {
    this(peer, certificate, why(peer, certificate, cause, forHost), cause);
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

  /// Why it is not verified: every reason, such as `it is self-signed and it is not for the host
  /// h`.
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

  private static String why(
      Peer peer, X509Certificate certificate, CertificateException cause, boolean forHost) {
    List<String> reasons = new ArrayList<>();
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException _) {
      reasons.add("it expired on " + Validity.of(certificate).until());
    } catch (CertificateNotYetValidException _) {
      reasons.add("it is not valid before " + Validity.of(certificate).from());
    }
    if (isAboutItsIssuer(cause)) {
      reasons.add(
          certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
              ? "it is self-signed"
              : "no authority that is trusted here has issued it");
    }
    if (!forHost) {
      reasons.add("it is not for the host " + peer.host());
    }
    return reasons.isEmpty() ? String.valueOf(cause.getMessage()) : String.join(" and ", reasons);
  }

  private static boolean isAboutItsIssuer(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean noAnchor =
          cause instanceof CertPathValidatorException path
              && path.getReason() == PKIXReason.NO_TRUST_ANCHOR;
      if (noAnchor || cause instanceof CertPathBuilderException) {
        return true;
      }
    }
    return false;
  }
}
