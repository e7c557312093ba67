package dev.simpleftp.console;

import dev.simpleftp.domain.Refused;
import java.util.Optional;

/// A command could not be carried out, for a reason the console found itself; both sessions are
/// sound.
final class CommandFailure extends Exception {
  private final transient Optional<About> about;

  CommandFailure(String message) {
    super(message);
    this.about = Optional.empty();
  }

  CommandFailure(String message, Throwable cause) {
    super(message, cause);
    this.about = Optional.empty();
  }

  private CommandFailure(About about) {
    super(about.refused().getMessage(), about.refused());
    this.about = Optional.of(about);
  }

  /// A store said no to one name of several.
  static CommandFailure about(String name, Refused refused) {
    return new CommandFailure(new About(name, refused));
  }

  /// The name and the no, if it is one.
  Optional<About> about() {
    return about;
  }

  /// A no to a name.
  record About(String name, Refused refused) {}
}
