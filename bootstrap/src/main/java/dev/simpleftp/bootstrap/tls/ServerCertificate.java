package dev.simpleftp.bootstrap.tls;

import dev.simpleftp.socket.tls.Fingerprint;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A certificate with its key.
///
/// @param chain the certificate itself, and behind it those that vouch for it, in the order of the
///   file
/// @param key of the first one
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
  private static final int CHALLENGE = 32;

  public ServerCertificate {
    chain = List.copyOf(chain);
  }

  /// Puts the certificate of this key first.
  ///
  /// @return empty when the key belongs to none of them
  static Optional<ServerCertificate> fitting(List<X509Certificate> certificates, PrivateKey key) {
    return certificates.stream()
        .filter(certificate -> fits(certificate.getPublicKey(), key))
        .findFirst()
        .map(own -> new ServerCertificate(first(own, certificates), key));
  }

  private static List<X509Certificate> first(
      X509Certificate own, List<X509Certificate> certificates) {
    List<X509Certificate> others = certificates.stream().filter(c -> !c.equals(own)).toList();
    return Stream.concat(Stream.of(own), others.stream()).toList();
  }

  private static boolean fits(PublicKey open, PrivateKey secret) {
    if (!open.getAlgorithm().equals(secret.getAlgorithm())) {
      return false;
    }
    byte[] challenge = new byte[CHALLENGE];
    new SecureRandom().nextBytes(challenge);
    try {
      Signature signing = Signature.getInstance(signature(secret));
      signing.initSign(secret);
      signing.update(challenge);
      Signature verifying = Signature.getInstance(signature(secret));
      verifying.initVerify(open);
      verifying.update(challenge);
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static String signature(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  /// The certificate itself.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /// Without the key.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "ServerCertificate[%s]", Fingerprint.of(certificate()));
  }
}
