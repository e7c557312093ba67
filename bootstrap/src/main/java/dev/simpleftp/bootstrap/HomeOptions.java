package dev.simpleftp.bootstrap;

import static dev.simpleftp.bootstrap.Arguments.value;

import dev.simpleftp.application.store.NameRules;
import dev.simpleftp.application.store.Rate;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.filesystem.account.Allowance;
import dev.simpleftp.filesystem.account.HomeRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.cli.Options;

/// How much sessions may take, and which names they never see or give.
record HomeOptions(HomeRules rules) {
  static void add(Options options) {
    options
        .addOption(
            value(
                "quota",
                "SIZE",
                "the room of an account without its own quota, such as 2GiB (default: the disk's)"))
        .addOption(value("rate-down", "SIZE", "bytes per second a session may download"))
        .addOption(value("rate-up", "SIZE", "bytes per second a session may upload"))
        .addOption(
            Arguments.values(
                "hide", "GLOB", "names that are as if they were not there; may be repeated"))
        .addOption(
            Arguments.values(
                "deny", "GLOB", "names that no file or directory may be given; may be repeated"));
  }

  static HomeOptions read(Arguments arguments) throws UsageError {
    var names = new NameRules(globs(arguments, "hide"), globs(arguments, "deny"));
    var allowance =
        new Allowance(
            size(arguments, "quota", 0),
            size(arguments, "rate-down", Rate.LEAST),
            size(arguments, "rate-up", Rate.LEAST));
    return new HomeOptions(new HomeRules(names, allowance));
  }

  /// A size that is no smaller than this.
  static OptionalLong size(Arguments arguments, String option, long least) throws UsageError {
    Optional<Long> size = arguments.bytes(option);
    if (size.isPresent() && size.get() < least) {
      throw arguments.given(option).orElseThrow().wrong("give at least 1KiB");
    }
    return size.isPresent() ? OptionalLong.of(size.get()) : OptionalLong.empty();
  }

  private static List<Glob> globs(Arguments arguments, String option) throws UsageError {
    for (Given given : arguments.values(option)) {
      if (given.value().indexOf('/') >= 0) {
        throw given.wrong("give a pattern for names, such as *.tmp, without /");
      }
    }
    return arguments.values(option).stream().map(Given::value).map(Glob::new).toList();
  }
}
