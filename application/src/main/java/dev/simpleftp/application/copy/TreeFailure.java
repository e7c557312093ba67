package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.io.InterruptedIOException;

/// What a failure means for the rest of a mirror.
final class TreeFailure {
  private TreeFailure() {}

  /// What made a copy fail.
  static IOException reason(IOException e) {
    return e instanceof CopyFile.Failed failed ? failed.reason() : e;
  }

  /// Whether the same may succeed a moment later.
  static boolean isPassing(IOException e) {
    return switch (e) {
      case Refused _, StoreFailure _, CopyFile.Mismatch _, CopyHistory.SourceChanged _ -> false;
      default -> true;
    };
  }

  /// Whether the session cannot be used any more, or none is given.
  static boolean endsSession(IOException e) {
    return switch (e) {
      case ConnectionFailed failed -> failed.isSessionLost();
      case Refused refused -> isNoEntry(refused);
      default -> isPassing(e);
    };
  }

  /// Whether it concerns all paths and not the one.
  static boolean endsAll(IOException e) {
    return isPassing(e) || isFull(e) || (e instanceof Refused refused && isNoEntry(refused));
  }

  static boolean isFull(IOException e) {
    return e instanceof Refused refused
        && switch (refused.refusal()) {
          case NO_SPACE, OVER_QUOTA -> true;
          default -> false;
        };
  }

  static boolean isRefusal(IOException e, Refusal refusal) {
    return e instanceof Refused refused && refused.refusal() == refusal;
  }

  /// @throws InterruptedIOException when nobody waits for this thread any more
  static void requireWanted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("Interrupted.");
    }
  }

  private static boolean isNoEntry(Refused refused) {
    return isRefusal(refused, Refusal.LOGIN_DENIED) || isRefusal(refused, Refusal.BANNED);
  }
}
