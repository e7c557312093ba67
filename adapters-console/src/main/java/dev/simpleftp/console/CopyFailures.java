package dev.simpleftp.console;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.util.Optional;

/// Words for a copy that failed: which side, why, what is kept, and what goes on with it.
final class CopyFailures {
  private CopyFailures() {}

  /// @param goesOn the command that goes on with the part that is kept, if one is; empty text when
  ///   it is the same call
  static CommandFailure of(
      Errand errand, CopyFile.Failed failed, Optional<String> goesOn, ConsoleParts parts) {
    boolean here = errand.direction().isHere(failed.side());
    IOException reason = failed.reason();
    if (!here && reason instanceof Refused refused && refused.refusal() == Refusal.NOT_FOUND) {
      return CommandFailure.about(errand.subject(), refused);
    }
    String advice =
        switch (reason) {
          case CopyFile.ForeignPart part -> " " + remedy(part);
          case Refused refused -> parts.advice(refused.refusal());
          default -> "";
        };
    return new CommandFailure(
        Failures.code(reason, here),
        errand.subject()
            + ": "
            + sentence(reason, here)
            + advice
            + goesOn.map(command -> kept(command, reason)).orElse(""),
        reason);
  }

  private static String remedy(CopyFile.ForeignPart part) {
    return part.isCompared()
        ? "'-f' replaces it."
        : "'-c' goes on with it if it is the beginning of the file, '-f' replaces it.";
  }

  /// Why one file of a mirror was not copied, and what helps there.
  static String inMirror(IOException cause) {
    String words = Failures.sentence(cause);
    return cause instanceof CopyFile.ForeignPart ? words + " Move it away." : words;
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

  private static String kept(String command, IOException reason) {
    if (reason instanceof Refused refused && refused.refusal() == Refusal.ALREADY_EXISTS) {
      return " What was copied is kept: with '-f' the copy goes on there and replaces the file.";
    }
    if (command.isEmpty()) {
      return " What was copied is kept: the same command again goes on there.";
    }
    boolean closed = concernsAll(reason) && !(reason instanceof Refused);
    return " What was copied is kept: "
        + (closed ? "'open' again, then '" : "'")
        + command
        + "' goes on.";
  }
}
