package dev.simpleftp.bootstrap;

/// One value that an option was given.
///
/// @param name how a sentence calls the option, such as `--port`
/// @param value as it was written; empty for an option without a value
record Given(String name, String value) {

  static Given onTheLine(String option, String value) {
    return new Given("--" + option, value);
  }

  /// The sentence that this value cannot be.
  ///
  /// @param remedy what to do instead, without the full stop
  UsageError wrong(String remedy) {
    return new UsageError("%s cannot be '%s'; %s.".formatted(name, value, remedy));
  }
}
