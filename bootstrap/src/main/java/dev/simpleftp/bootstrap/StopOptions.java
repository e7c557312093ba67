package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import java.time.Duration;
import org.apache.commons.cli.Options;

/// How the server ends.
///
/// @param grace how long transfers may go on after the server was told to stop
record StopOptions(Duration grace) {
  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  static void add(Options options) {
    options.addOption(
        value(
            "grace",
            "TIME",
            "so long transfers may go on after the server is told to stop (default 10s)"));
  }

  static StopOptions read(Arguments arguments) throws UsageError {
    return new StopOptions(arguments.duration("grace").orElse(DEFAULT_GRACE));
  }
}
