package dev.simpleftp.filesystem.account;

import dev.simpleftp.application.store.Rate;
import java.util.OptionalLong;

/// How much an account may take; what is empty follows the defaults of the server.
///
/// @param quota octets that its home may hold
/// @param down octets per second of all its downloads together
/// @param up octets per second of all its uploads together
public record Allowance(OptionalLong quota, OptionalLong down, OptionalLong up) {
  /// Nothing of its own.
  public static final Allowance DEFAULT =
      new Allowance(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  public Allowance {
    if (quota.orElse(0) < 0) {
      throw new IllegalArgumentException("A quota must not be negative.");
    }
    if (down.orElse(Rate.LEAST) < Rate.LEAST || up.orElse(Rate.LEAST) < Rate.LEAST) {
      throw new IllegalArgumentException("A rate is at least 1KiB per second.");
    }
  }
}
