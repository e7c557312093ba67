package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;

/// Words for a copy that failed: which side, why, what is kept, and what goes on with it.
final class CopyFailures {
  private CopyFailures() {}

  /// @param kept whether there is a part to go on with
  static CommandFailure of(Errand errand, CopyFile.Failed failed, boolean kept) {
    boolean here = errand.direction().isHere(failed.side());
    IOException reason = failed.reason();
    if (!here && reason instanceof Refused refused && refused.refusal() == Refusal.NOT_FOUND) {
      return CommandFailure.about(errand.subject(), refused);
    }
    String advice = reason instanceof Refused refused ? Failures.advice(refused.refusal()) : "";
    return new CommandFailure(
        Failures.code(reason, here),
        errand.subject() + ": " + sentence(reason, here) + advice + kept(errand, reason, kept),
        reason);
  }

  /// Why, and on which side.
  static String sentence(IOException reason, boolean here) {
    String words = Failures.sentence(reason);
    if (reason instanceof CopyFile.Mismatch) {
      return words;
    }
    if (reason instanceof Refused refused && isFull(refused.refusal())) {
      return (here ? "disk full here: " : "disk full there: ") + words;
    }
    return here ? "on this machine: " + words : words;
  }

  /// Whether no other file would fare better.
  static boolean concernsAll(IOException reason) {
    return switch (reason) {
      case Refused refused -> isFull(refused.refusal());
      case StoreFailure _, CopyFile.Mismatch _ -> false;
      case ConnectionFailed line -> line.isSessionLost();
      default -> true;
    };
  }

  private static boolean isFull(Refusal refusal) {
    return refusal == Refusal.NO_SPACE || refusal == Refusal.OVER_QUOTA;
  }

  private static String kept(Errand errand, IOException reason, boolean kept) {
    if (!kept) {
      return "";
    }
    boolean closed = concernsAll(reason) && !(reason instanceof Refused);
    return " What was copied is kept: "
        + (closed ? "'open' again, then '" : "'")
        + errand.resumes()
        + "' goes on.";
  }
}
