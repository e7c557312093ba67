package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.Optional;

/// Begins uploads: straight to the name where the server says that it keeps the old file whole, to
/// an unfinished copy beside it where it does not.
record Uploads(FtpConnection connection, Lookup lookup) {

  Upload begin(FilePath path, WriteMode mode) throws IOException {
    boolean atomic = connection.features().atomicUploads();
    return switch (mode) {
      case WriteMode.Create() ->
          throw new Refused(Refusal.UNSUPPORTED, "STOR may replace a file that came meanwhile");
      case WriteMode.Append() -> direct("APPE", path, 0);
      case WriteMode.ResumeAt(long offset) ->
          atomic ? direct("STOR", path, offset) : resume(path, offset);
      case WriteMode.Replace() -> atomic ? direct("STOR", path, 0) : anew(part(path, 0));
    };
  }

  private Upload direct(String verb, FilePath path, long offset) throws IOException {
    Diagnosis diagnosis = () -> whyNot(path);
    var transfer = connection.begin(verb, path.toString(), offset, diagnosis);
    return RemoteUpload.begun(connection, transfer, Placement.BY_SERVER, diagnosis);
  }

  /// The server we do not know might create the part beside a directory of the same name.
  private PartFile part(FilePath path, long offset) throws IOException {
    Optional<FileEntry> old = find(path);
    if (old.filter(FileEntry::isDirectory).isPresent()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    int mode = old.filter(FileEntry::isFile).map(FileEntry::mode).orElse(PartFile.USUAL_MODE);
    var before = new PartFile.Before(offset, old.isPresent(), mode);
    return new PartFile(connection, PartFile.placeOf(path), path, before);
  }

  private Upload anew(PartFile part) throws IOException {
    return RemoteUpload.begun(connection, send("STOR", part, 0), part, () -> whyNot(part.part()));
  }

  /// A part that is complete needs no data connection, so that comes with the first octet.
  private Upload resume(FilePath path, long offset) throws IOException {
    PartFile part = part(path, offset);
    requireSize(part.part(), offset);
    return offset == 0
        ? anew(part)
        : RemoteUpload.later(connection, () -> goOn(part, offset), part, () -> whyNot(part.part()));
  }

  /// REST is for downloads first of all: some servers do not let STOR follow it, and APPE does the
  /// same as long as nobody changes the part.
  private DataTransfer goOn(PartFile part, long offset) throws IOException {
    try {
      return send("STOR", part, offset);
    } catch (Refused | StoreFailure e) {
      if (!isAboutTheOffset(e)) {
        throw e;
      }
    }
    requireSize(part.part(), offset);
    return send("APPE", part, 0);
  }

  private static boolean isAboutTheOffset(IOException failure) {
    return failure instanceof StoreFailure
        || (failure instanceof Refused refused
            && switch (refused.refusal()) {
              case UNSUPPORTED, DENIED, OFFSET_BEYOND_END, BAD_NAME -> true;
              case NOT_FOUND,
                  NOT_A_FILE,
                  NOT_A_DIRECTORY,
                  ALREADY_EXISTS,
                  NOT_EMPTY,
                  LOGIN_DENIED,
                  BANNED,
                  NO_SPACE,
                  OVER_QUOTA,
                  BUSY ->
                  false;
            });
  }

  private DataTransfer send(String verb, PartFile part, long offset) throws IOException {
    FilePath path = part.part();
    try {
      var transfer = connection.begin(verb, path.toString(), offset, () -> whyNot(path));
      transfer.keepWhatCame();
      return transfer;
    } catch (Refused refused) {
      boolean aboutTheName =
          refused.refusal() == Refusal.DENIED || refused.refusal() == Refusal.BAD_NAME;
      throw aboutTheName ? notTaken(path, refused) : refused;
    }
  }

  private static Refused notTaken(FilePath path, Refused refused) {
    return new Refused(
        refused.refusal(),
        "The server does not take '%s', where an upload lies until it is complete: %s"
            .formatted(path, refused.getMessage()));
  }

  private void requireSize(FilePath part, long offset) throws IOException {
    if (sizeOf(part) != offset) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
  }

  /// 0 when nothing is there, or when the server does not tell.
  private long sizeOf(FilePath part) throws IOException {
    Optional<FileEntry> entry = find(part);
    if (entry.filter(found -> !found.isFile()).isPresent()) {
      throw new Refused(Refusal.NOT_A_FILE, "The name of the unfinished copy is not a file");
    }
    return entry.map(FileEntry::size).orElse(0L);
  }

  private Optional<FileEntry> find(FilePath path) throws IOException {
    try {
      return Optional.of(lookup.find(path));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  private Refusal whyNot(FilePath path) throws IOException {
    return lookup.whyNotMade(path, Refusal.NOT_A_FILE, Refusal.DENIED);
  }
}
