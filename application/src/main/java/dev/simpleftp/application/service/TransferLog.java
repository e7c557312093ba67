package dev.simpleftp.application.service;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.Upload;
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
  private long moved;

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

  /// The same download; what it moves is reported even if it fails.
  Download counting(Download download) {
    return new CountedDownload(download, octets -> moved = octets);
  }

  /// The same upload; what it moves is reported even if it fails.
  Upload counting(Upload upload) {
    return new CountedUpload(upload, octets -> moved = octets);
  }

  /// Runs the transfer and reports how it ended.
  TransferReport ending(Move move) throws IOException {
    TransferReport report = report(0, false);
    try {
      report = report(move.run(), true);
      return report;
    } finally {
      events.transferEnded(session, report.complete() ? report : report(moved, false));
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
