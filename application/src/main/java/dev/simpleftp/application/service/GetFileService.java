package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.GetFile;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;

/// Holds a get to its promise: every octet the file had when it was opened, or a failure.
public final class GetFileService implements GetFile {
  private final SessionEvents events;

  public GetFileService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public TransferReport get(
      Session session, FilePath path, OctetRange range, Destination destination)
      throws IOException {
    try (Download download = session.store().download(path, range.start())) {
      var log = TransferLog.begin(events, session.identity(), TransferKind.GET, path);
      return log.ending(() -> receive(log.counting(download), range, destination));
    }
  }

  private static long receive(Download download, OctetRange range, Destination destination)
      throws IOException {
    long moved = destination.receive(PartialDownload.of(download, range));
    long promised = range.within(download.entry().contentSize().orElse(0)).length();
    if (moved < promised) {
      throw new StoreFailure("The file ended %d bytes early.".formatted(promised - moved));
    }
    return moved;
  }
}
