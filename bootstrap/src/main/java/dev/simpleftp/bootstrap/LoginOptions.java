package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.store.LoginRules;
import dev.simpleftp.application.store.ThrottledLogins;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.cli.Options;

/// What wrong passwords lead to.
///
/// @param rules empty when they lead to nothing, as tests like it
record LoginOptions(Optional<LoginRules> rules) {
  private static final int MOST_FAILURES = 1_000;
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  static void add(Options options) {
    options
        .addOption(
            value(
                "login-delay",
                "TIME",
                "how long the answer to a wrong password is held back; doubles up to ten times as"
                    + " long (default 1s)"))
        .addOption(
            value(
                "ban-after",
                "N",
                "so many wrong passwords within 10 minutes lead to a ban (default 10)"))
        .addOption(value("ban-time", "TIME", "how long a ban lasts (default 10m)"));
  }

  static LoginOptions read(Arguments arguments) throws UsageError {
    LoginRules usual = LoginRules.DEFAULTS;
    Duration delay = arguments.duration("login-delay").orElse(usual.delay());
    if (delay.compareTo(LONGEST_DELAY) > 0) {
      throw arguments.given("login-delay").orElseThrow().wrong("give a time of 1h at most");
    }
    return new LoginOptions(
        Optional.of(
            usual.with(
                delay,
                arguments.number("ban-after", 1, MOST_FAILURES).orElse(usual.banAfter()),
                arguments.duration("ban-time").orElse(usual.banTime()))));
  }

  /// These accounts under these rules.
  FileStores guarding(FileStores stores) {
    return rules.<FileStores>map(r -> new ThrottledLogins(stores, r)).orElse(stores);
  }
}
