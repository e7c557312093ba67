package dev.simpleftp.application.store;

/// So many octets per second, for one session or for all that share it; thread-safe.
///
/// Every octet books its own time behind those before it. There is no burst: what takes a second at
/// this rate never takes less.
public final class Rate {
  /// Below this a transfer would be so slow that it could not be told from a broken one.
  public static final long LEAST = 1024;

  private static final int STEPS_PER_SECOND = 8;
  private static final int LONGEST_STEP = 64 * 1024;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final long octetsPerSecond;
  private boolean used;
  private long bookedUntil;

  /// @throws IllegalArgumentException below [#LEAST]
  public Rate(long octetsPerSecond) {
    if (octetsPerSecond < LEAST) {
      throw new IllegalArgumentException("A rate is at least " + LEAST + " bytes per second.");
    }
    this.octetsPerSecond = octetsPerSecond;
  }

  /// The most octets to move at once.
  int step() {
    return (int) Math.min(octetsPerSecond / STEPS_PER_SECOND, LONGEST_STEP);
  }

  /// Books the time of these octets.
  ///
  /// @return when it is over
  synchronized long book(int octets, long now) {
    if (!used || now - bookedUntil > 0) {
      bookedUntil = now;
      used = true;
    }
    bookedUntil += octets * NANOS_PER_SECOND / octetsPerSecond;
    return bookedUntil;
  }
}
