package dev.simpleftp.socket.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// The SHA-256 digest of a certificate, by which people compare it.
///
/// @param hex 64 hexadecimal digits in lower case
public record Fingerprint(String hex) {
  private static final int DIGITS = 64;

  public Fingerprint {
    if (hex.length() != DIGITS || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("A fingerprint has 64 hexadecimal digits.");
    }
  }

  /// That of this certificate.
  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e); // Every JDK has it, and it was decoded before
    }
  }

  /// Reads one as programs print it: colons and case do not matter.
  ///
  /// @return empty when it is none
  public static Optional<Fingerprint> read(String text) {
    try {
      return Optional.of(new Fingerprint(text.strip().replace(":", "").toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// As programs print it: `AB:CD:…`.
  @Override
  public String toString() {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(hex));
  }
}
