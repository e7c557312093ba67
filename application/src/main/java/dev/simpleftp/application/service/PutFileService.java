package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.PutFile;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Holds a put to its promise: the new content whole and wanted, or the old one untouched.
public final class PutFileService implements PutFile {
  /// How many names are tried before a new file is refused.
  private static final int MAX_NAMES = 100;

  private final SessionEvents events;

  public PutFileService(SessionEvents events) {
    this.events = events;
  }

  @Override
  public TransferReport put(Session session, FilePath path, WriteMode mode, Origin origin)
      throws IOException {
    try (Upload upload = session.store().upload(path, mode)) {
      return move(session, path, upload, origin);
    }
  }

  @Override
  public TransferReport putNew(Session session, FilePath wanted, Function<FilePath, Origin> origin)
      throws IOException {
    Optional<NewFile> file = Optional.empty();
    for (int i = 0; i < MAX_NAMES && file.isEmpty(); i++) {
      file = create(session, numbered(wanted, i));
    }
    NewFile found = file.orElseThrow(() -> new Refused(Refusal.ALREADY_EXISTS));
    try (Upload upload = found.upload) {
      return move(session, found.path, upload, origin.apply(found.path));
    }
  }

  private static Optional<NewFile> create(Session session, FilePath path) throws IOException {
    try {
      return Optional.of(new NewFile(path, session.store().upload(path, WriteMode.CREATE)));
    } catch (Refused refused) {
      boolean taken =
          refused.refusal() == Refusal.ALREADY_EXISTS || refused.refusal() == Refusal.BUSY;
      if (!taken) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private static FilePath numbered(FilePath wanted, int number) throws Refused {
    return number == 0 ? wanted : wanted.withName(FileName.of(wanted.name().text() + "." + number));
  }

  private TransferReport move(Session session, FilePath path, Upload upload, Origin origin)
      throws IOException {
    var log = TransferLog.begin(events, session.identity(), TransferKind.PUT, path);
    return log.ending(() -> fill(log.counting(upload), origin));
  }

  private static long fill(Upload upload, Origin origin) throws IOException {
    long moved = origin.send(upload);
    if (!upload.commit(origin::complete)) {
      throw new Unfinished();
    }
    return moved;
  }

  /// A name that was free, and what fills it.
  private record NewFile(FilePath path, Upload upload) {}
}
