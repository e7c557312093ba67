package dev.simpleftp.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/// A digest on its way. Not for several threads.
public final class DigestState {
  private final DigestAlgorithm algorithm;
  private final Consumer<ByteBuffer> taker;
  private final Supplier<String> hex;

  private DigestState(DigestAlgorithm algorithm, Consumer<ByteBuffer> taker, Supplier<String> hex) {
    this.algorithm = algorithm;
    this.taker = taker;
    this.hex = hex;
  }

  /// A digest of nothing yet.
  public static DigestState of(DigestAlgorithm algorithm) {
    if (algorithm == DigestAlgorithm.CRC32) {
      var sum = new CRC32();
      return new DigestState(
          algorithm, sum::update, () -> HexFormat.of().toHexDigits(sum.getValue(), 8));
    }
    MessageDigest digest = messageDigest(algorithm);
    return new DigestState(
        algorithm, digest::update, () -> HexFormat.of().formatHex(digest.digest()));
  }

  /// Takes all that remains in the buffer.
  public void update(ByteBuffer octets) {
    taker.accept(octets);
  }

  /// The digest of all octets so far; asked once.
  public Digest digest() {
    return new Digest(algorithm, hex.get());
  }

  private static MessageDigest messageDigest(DigestAlgorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.title());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK lacks " + algorithm.title() + ".", e);
    }
  }
}
