package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;

/// Holds a put to its promise: the new content whole and wanted, or the old one untouched.
public final class PutFileService implements PutFile {
  private final SessionEvents events;

  public PutFileService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public TransferReport put(Session session, FilePath path, WriteMode mode, Origin origin)
      throws IOException {
    try (Upload upload = session.store().upload(path, mode)) {
      var log = TransferLog.begin(events, session.identity(), TransferKind.PUT, path);
      return log.ending(() -> fill(upload, origin));
    }
  }

  private static long fill(Upload upload, Origin origin) throws IOException {
    long moved = origin.send(upload);
    if (!upload.commit(origin::complete)) {
      throw new Unfinished();
    }
    return moved;
  }
}
