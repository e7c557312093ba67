package dev.simpleftp.application.port.in;

import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.function.Function;

/// Moves a file into the session's store.
public interface PutFile {

  /// Begins the upload, lets the origin fill it and commits it if the origin is still there.
  ///
  /// @throws dev.simpleftp.domain.Refused the store said no
  /// @throws Unfinished the sender was gone before the commit; the old content stands
  TransferReport put(Session session, FilePath path, WriteMode mode, Origin origin)
      throws IOException;

  /// Puts a file under a name that nobody has: the wanted one, or `name.1`, `name.2` and so on.
  ///
  /// @param origin makes the other end for the name that was free
  /// @throws dev.simpleftp.domain.Refused as above; ALREADY_EXISTS when all the names that are
  ///   tried are taken
  /// @throws Unfinished the sender was gone before the commit; nothing stands there
  TransferReport putNew(Session session, FilePath wanted, Function<FilePath, Origin> origin)
      throws IOException;

  /// The other end of a put: a data connection, or another store's download.
  interface Origin {

    /// Fills the upload. Called once, after the store agreed.
    ///
    /// @return octets sent
    long send(Upload upload) throws IOException;

    /// Whether the sender really finished and still wants the file; asked when all bytes are safe
    /// and the name is about to change.
    boolean complete();
  }

  /// The sender vanished or gave up before the file was complete.
  final class Unfinished extends IOException {
    public Unfinished() {
      super("The sender was gone before the file was complete.");
    }
  }
}
