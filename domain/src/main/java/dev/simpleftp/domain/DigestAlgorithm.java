package dev.simpleftp.domain;

import java.util.Optional;
import java.util.stream.Stream;

/// A way to compute a [Digest], under its name in the registry of hash function names.
///
/// CRC-32, MD5 and SHA-1 find damage, not malice.
public enum DigestAlgorithm {
  CRC32("CRC32", 8),
  MD5("MD5", 32),
  SHA_1("SHA-1", 40),
  SHA_256("SHA-256", 64),
  SHA_512("SHA-512", 128);

  private final String title;
  private final int digits;

  DigestAlgorithm(String title, int digits) {
    this.title = title;
    this.digits = digits;
  }

  /// The algorithm of this name in any case.
  public static Optional<DigestAlgorithm> of(String title) {
    return Stream.of(values()).filter(a -> a.title.equalsIgnoreCase(title)).findFirst();
  }

  /// Its name, such as `SHA-256`.
  public String title() {
    return title;
  }

  /// How many hexadecimal digits its digests have.
  int digits() {
    return digits;
  }
}
