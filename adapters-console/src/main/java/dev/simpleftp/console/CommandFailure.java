package dev.simpleftp.console;

import dev.simpleftp.domain.Refused;
import java.util.Optional;

/// A command could not be carried out, for a reason the console found itself, or one that it has
/// put into words already.
final class CommandFailure extends Exception {
  private final ExitCode code;
  private final transient Optional<About> about;

  CommandFailure(String message) {
    this(ExitCode.FAILURE, message);
  }

  CommandFailure(String message, Throwable cause) {
    this(ExitCode.FAILURE, message, cause);
  }

  CommandFailure(ExitCode code, String message) {
    super(message);
    this.code = code;
    this.about = Optional.empty();
  }

  CommandFailure(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.about = Optional.empty();
  }

  private CommandFailure(About about) {
    super(about.refused().getMessage(), about.refused());
    this.code = Failures.code(about.refused(), false);
    this.about = Optional.of(about);
  }

  /// The other side said no to one name of several.
  static CommandFailure about(String name, Refused refused) {
    return new CommandFailure(new About(name, refused));
  }

  ExitCode code() {
    return code;
  }

  /// The name and the no, if it is one.
  Optional<About> about() {
    return about;
  }

  /// A no to a name.
  record About(String name, Refused refused) {}
}
