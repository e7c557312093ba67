package dev.simpleftp.bootstrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// One value that an option was given.
///
/// @param name how a sentence calls the option, such as `--port`
/// @param value as it was written; empty for an option without a value
/// @param base where a relative path counts from
record Given(String name, String value, Path base) {
  private static final int SHOWN = 200;

  /// A value of the command line, where paths count from the working directory.
  static Given onTheLine(String option, String value) {
    return new Given("--" + option, value, Path.of(""));
  }

  /// The value as a path; empty when it cannot be one.
  Optional<Path> path() {
    try {
      return Optional.of(base.resolve(value));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// Whether this says the same, wherever it stands.
  boolean means(Given other) {
    return value.equals(other.value) && base.equals(other.base);
  }

  /// The sentence that this value cannot be.
  ///
  /// @param remedy what to do instead, without the full stop
  UsageError wrong(String remedy) {
    return new UsageError("%s cannot be '%s'; %s.".formatted(name, shown(value), remedy));
  }

  /// So much of a text as a sentence can carry.
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
