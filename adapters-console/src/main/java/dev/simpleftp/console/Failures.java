package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.console.login.NoPassword;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
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

  /// The class of a failure.
  ///
  /// @param here whether it comes from this machine
  static ExitCode code(IOException failure, boolean here) {
    return switch (failure) {
      case CopyFile.Mismatch _ -> ExitCode.MISMATCH;
      case InterruptedIOException _, ClosedByInterruptException _ -> ExitCode.INTERRUPTED;
      case NoPassword _ -> ExitCode.LOGIN;
      case Refused refused when isLogin(refused.refusal()) -> ExitCode.LOGIN;
      case Refused _ -> here ? ExitCode.LOCAL : ExitCode.REFUSED;
      case StoreFailure _ -> here ? ExitCode.LOCAL : ExitCode.FAILURE;
      default -> here ? ExitCode.LOCAL : ExitCode.CONNECTION;
    };
  }

  private static boolean isLogin(Refusal refusal) {
    return refusal == Refusal.LOGIN_DENIED || refusal == Refusal.BANNED;
  }

  /// The sentence of a command that failed, with advice.
  static String sentence(CommandFailure failure) {
    return failure
        .about()
        .map(about ->
            about.name() + ": " + sentence(about.refused()) + advice(about.refused().refusal()))
        .orElseGet(() -> String.valueOf(failure.getMessage()));
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
