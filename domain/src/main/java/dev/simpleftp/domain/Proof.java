package dev.simpleftp.domain;

/// How sure it is that a copy is equal to its source.
public sealed interface Proof {
  /// Both sides computed the same digest.
  record ByDigest(Digest digest) implements Proof {}

  /// As many octets arrived as the source has, and both sides called it complete.
  record BySize() implements Proof {}

  /// The source does not tell its size: it may have ended early.
  record None() implements Proof {}

  Proof BY_SIZE = new BySize();
  Proof NONE = new None();
}
