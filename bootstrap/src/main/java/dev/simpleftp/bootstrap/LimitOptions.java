package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.socket.server.Limits;
import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.Options;

/// The bounds of sessions.
record LimitOptions(Limits limits) {
  private static final int MOST_SESSIONS = 1_000_000;
  private static final int MOST_ATTEMPTS = 100;
  private static final long LONGEST_LINE = 64 * 1024;

  /// Longer waits than this are no limits any more.
  private static final Duration LONGEST_WAIT = Duration.ofDays(7);

  /// What suits a small machine.
  static final LimitOptions DEFAULTS = new LimitOptions(Limits.DEFAULTS);

  static void add(Options options) {
    List.of(
            value("max-sessions", "N", "sessions at once (default 12000)"),
            value("max-sessions-per-address", "N", "of them from one address (default 12000)"),
            value(
                "max-unauthenticated",
                "N",
                "of them not logged in; beyond it the oldest of the address with the most goes"
                    + " (default 6000)"),
            value("login-attempts", "N", "wrong passwords before a session is closed (default 3)"),
            value("login-timeout", "TIME", "time from the greeting to the login (default 30s)"),
            value("idle-timeout", "TIME", "time between two commands (default 5m)"),
            value("data-timeout", "TIME", "time to open a data connection (default 30s)"),
            value("stall-timeout", "TIME", "time without a byte moved (default 60s)"),
            value(
                "min-rate",
                "SIZE",
                "bytes per second a transfer must move on the average of --stall-timeout (default"
                    + " 0: any)"),
            value("max-line", "SIZE", "bytes of a command line (default 4KiB)"))
        .forEach(options::addOption);
  }

  static LimitOptions read(Arguments arguments) throws UsageError {
    Limits usual = Limits.DEFAULTS;
    return new LimitOptions(
        new Limits(
            number(arguments, "max-sessions", MOST_SESSIONS, usual.sessions()),
            number(
                arguments, "max-sessions-per-address", MOST_SESSIONS, usual.sessionsPerAddress()),
            number(arguments, "max-unauthenticated", MOST_SESSIONS, usual.unauthenticated()),
            number(arguments, "login-attempts", MOST_ATTEMPTS, usual.loginAttempts()),
            line(arguments, usual.line()),
            time(arguments, "login-timeout", usual.login()),
            time(arguments, "idle-timeout", usual.idle()),
            time(arguments, "data-timeout", usual.dataAccept()),
            time(arguments, "stall-timeout", usual.stall()),
            rate(arguments, usual.leastRate())));
  }

  private static int number(Arguments arguments, String option, int most, int usual)
      throws UsageError {
    return arguments.number(option, 1, most).orElse(usual);
  }

  private static Duration time(Arguments arguments, String option, Duration usual)
      throws UsageError {
    Duration time = arguments.duration(option).orElse(usual);
    if (!time.isPositive() || time.compareTo(LONGEST_WAIT) > 0) {
      throw wrong(arguments, option, "give a time from 1ms to 7d");
    }
    return time;
  }

  private static int line(Arguments arguments, int usual) throws UsageError {
    long line = arguments.bytes("max-line").orElse((long) usual);
    if (line < Limits.SHORTEST_LINE || line > LONGEST_LINE) {
      throw wrong(
          arguments, "max-line", "give a size from %d to 64KiB".formatted(Limits.SHORTEST_LINE));
    }
    return (int) line;
  }

  private static long rate(Arguments arguments, long usual) throws UsageError {
    long rate = arguments.bytes("min-rate").orElse(usual);
    if (rate > Integer.MAX_VALUE) {
      throw wrong(arguments, "min-rate", "give a size below 2GiB");
    }
    return rate;
  }

  private static UsageError wrong(Arguments arguments, String option, String remedy) {
    return arguments.given(option).orElseThrow().wrong(remedy);
  }
}
