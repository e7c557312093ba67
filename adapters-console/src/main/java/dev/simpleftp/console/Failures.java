package dev.simpleftp.console;

import dev.simpleftp.domain.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;

/// Words for what went wrong.
final class Failures {
  private Failures() {}

  /// One line that ends with a full stop; many lines of a server become one.
  static String sentence(IOException failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure instanceof ClosedChannelException
          ? "The connection is closed."
          : "Reading or writing failed.";
    }
    String line = String.join(" ", message.strip().lines().map(String::strip).toList());
    return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
  }

  /// The same for a failure that came the long way.
  static String sentence(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    return cause == null ? "Reading or writing failed." : sentence(cause);
  }

  /// What may help; empty when nothing does.
  static String advice(Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> " 'ls' and 'lls' show what is there.";
      case NOT_A_FILE -> " If it is a directory: 'cd' enters it, 'mirror' copies it whole.";
      case NOT_A_DIRECTORY -> " If it is a file: 'get' copies it, 'cat' shows it.";
      case NOT_EMPTY -> " Remove what is in it first, or all of it with 'rm -r'.";
      case DENIED ->
          " This login may not do that: 'status' shows who you are, 'user NAME' changes it.";
      case NO_SPACE, OVER_QUOTA -> " Make room, then try again.";
      case BUSY -> " Try again when the other transfer is done.";
      case ALREADY_EXISTS -> " Take another name, or remove what is there.";
      case LOGIN_DENIED, BANNED, BAD_NAME, OFFSET_BEYOND_END, UNSUPPORTED -> "";
    };
  }
}
