package dev.simpleftp.application.store;

import java.time.Duration;

/// How wrong passwords are slowed down and when they end in a ban.
///
/// @param delay after the first wrong password; each further one doubles it
/// @param longestDelay where the doubling ends
/// @param banAfter wrong passwords within [#window] that lead to a ban
/// @param window how long a wrong password counts
/// @param banTime how long a ban lasts
/// @param addresses the most addresses that are remembered; beyond them the one that was quiet for
///   the longest time is forgotten
public record LoginRules(
    Duration delay,
    Duration longestDelay,
    int banAfter,
    Duration window,
    Duration banTime,
    int addresses) {

  public static final LoginRules DEFAULTS =
      new LoginRules(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          10,
          Duration.ofMinutes(10),
          Duration.ofMinutes(10),
          10_000);

  public LoginRules {
    if (delay.isNegative() || longestDelay.compareTo(delay) < 0) {
      throw new IllegalArgumentException("The longest delay must not be shorter than the first.");
    }
    if (banAfter < 1 || addresses < 1) {
      throw new IllegalArgumentException("A ban needs a failure, and an address to remember.");
    }
  }

  /// Other values for what a setting can change; delays end at ten times the first.
  public LoginRules with(Duration firstDelay, int failures, Duration ban) {
    return new LoginRules(
        firstDelay, firstDelay.multipliedBy(10), failures, window, ban, addresses);
  }

  /// The delay after so many wrong passwords, in nanoseconds.
  long delayNanos(int failures) {
    long longest = longestDelay.toNanos();
    long result = delay.toNanos();
    for (int i = 1; i < failures && result < longest; i++) {
      result *= 2;
    }
    return Math.min(result, longest);
  }

  /// How many wrong passwords for one user count against the whole address: a few, so that the
  /// slips of one person do not shut out the neighbours behind the same address.
  int countedPerUser() {
    return Math.max(1, banAfter / 3);
  }
}
