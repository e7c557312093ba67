package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;
import java.time.Duration;

/// Tells the beginning and the one end of a transfer, whichever way it ends.
final class TransferLog {
  private final SessionEvents events;
  private final Identity session;
  private final TransferKind kind;
  private final FilePath path;
  private final long startNanos = System.nanoTime();

  private TransferLog(SessionEvents events, Identity session, TransferKind kind, FilePath path) {
    this.events = events;
    this.session = session;
    this.kind = kind;
    this.path = path;
  }

  static TransferLog begin(
      SessionEvents events, Identity session, TransferKind kind, FilePath path) {
    var log = new TransferLog(events, session, kind, path);
    events.transferStarted(session, log.report(0, false));
    return log;
  }

  /// Runs the transfer and reports how it ended.
  TransferReport ending(Move move) throws IOException {
    TransferReport report = report(0, false);
    try {
      report = report(move.run(), true);
      return report;
    } finally {
      events.transferEnded(session, report.complete() ? report : report(0, false));
    }
  }

  private TransferReport report(long bytes, boolean complete) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
    return new TransferReport(kind, path, bytes, elapsed, complete);
  }

  /// The bytes on their way.
  interface Move {
    long run() throws IOException;
  }
}
