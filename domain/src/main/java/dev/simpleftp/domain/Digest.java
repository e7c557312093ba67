package dev.simpleftp.domain;

/// What an algorithm makes of some octets: equal octets have equal digests.
///
/// @param hex as many lower-case hexadecimal digits as the algorithm has
public record Digest(DigestAlgorithm algorithm, String hex) {
  public Digest {
    if (hex.length() != algorithm.digits() || !hex.chars().allMatch(Digest::isHex)) {
      throw new IllegalArgumentException(
          "A %s digest has %d lower-case hexadecimal digits."
              .formatted(algorithm.title(), algorithm.digits()));
    }
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
