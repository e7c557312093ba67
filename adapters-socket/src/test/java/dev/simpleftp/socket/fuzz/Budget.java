package dev.simpleftp.socket.fuzz;

import java.time.Duration;

/// How much a fuzz test does: little in every build, much under the profile `fuzz`.
///
/// @param name what is counted, also the end of the property that sets it
/// @param seed all that is drawn follows from it
/// @param amount how many are played
record Budget(String name, long seed, long amount) {
  private static final String PREFIX = "simpleftp.fuzz.";

  /// What `-Dsimpleftp.fuzz.NAME` says, else this little. `-Dsimpleftp.fuzz.seed` is a number, or
  /// `random` for one that was never used.
  static Budget of(String name, long little) {
    String seed = System.getProperty(PREFIX + "seed", "1");
    return new Budget(
        name,
        seed.equals("random") ? System.nanoTime() : Long.parseLong(seed),
        Long.getLong(PREFIX + name, little));
  }

  /// This part of it, in hundredths.
  Budget share(int percent) {
    return new Budget(name, seed, Math.max(1, amount * percent / 100));
  }

  /// Says what was really done.
  void tell(String what, long done, Duration time) {
    System.out.printf(
        "fuzz: %s: %d %s in %.1f s, seed %d%n", what, done, name, time.toNanos() / 1e9, seed);
  }
}
