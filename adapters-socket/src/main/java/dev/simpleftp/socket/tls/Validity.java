package dev.simpleftp.socket.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/// From when until when a certificate holds: the one place that meets the old dates of X.509 in
/// Java.
///
/// @param from the first moment, in whole seconds
/// @param until the last one
public record Validity(Instant from, Instant until) {
  /// What a certificate says of itself.
  public static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /// The first moment for those who make certificates.
  public Date notBefore() {
    return Date.from(from);
  }

  /// The last one.
  public Date notAfter() {
    return Date.from(until);
  }
}
