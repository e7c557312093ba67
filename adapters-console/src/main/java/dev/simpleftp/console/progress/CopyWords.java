package dev.simpleftp.console.progress;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.domain.ByteSize;
import dev.simpleftp.domain.Proof;
import java.time.Duration;
import java.util.Locale;

/// Words for copies.
public final class CopyWords {
  private CopyWords() {}

  /// One line on a copy that is complete: how much, how fast, and how sure that is.
  static String summary(CopyView.Task task, CopyFile.Report report) {
    double seconds = report.elapsed().toNanos() / 1e9;
    String amount =
        String.format(
            Locale.ROOT,
            "%s: %s %s in %.1f s (%s/s)",
            task.label(),
            new ByteSize(report.moved()),
            task.done(),
            seconds,
            new ByteSize((long) report.rate()));
    return amount + resumed(report) + retried(report.retries()) + ", " + verified(report.proof());
  }

  private static String resumed(CopyFile.Report report) {
    return report.start() > 0 ? ", resumed at " + new ByteSize(report.start()) : "";
  }

  private static String retried(int retries) {
    return switch (retries) {
      case 0 -> "";
      case 1 -> ", 1 retry";
      default -> ", " + retries + " retries";
    };
  }

  /// How sure it is that a copy is equal to its source.
  public static String verified(Proof proof) {
    return switch (proof) {
      case Proof.ByDigest(var digest) ->
          "verified: " + digest.algorithm().title().toLowerCase(Locale.ROOT);
      case Proof.BySize _ -> "verified: size only";
      case Proof.None _ -> "not verified: the size is unknown";
    };
  }

  /// What a copy is doing; empty while octets move.
  static String state(CopyListener.State state) {
    return switch (state) {
      case CONNECTING -> "connecting";
      case CHECKING -> "checking what is there";
      case MOVING -> "";
      case CONFIRMING -> "waiting for the confirmation";
      case WAITING -> "delaying before reconnect";
    };
  }

  static String waiting(Duration left, int attempt) {
    long seconds = Math.max(1, (left.toMillis() + 999) / 1000);
    return "delaying before reconnect: %d s, try %d".formatted(seconds, attempt);
  }
}
