package dev.simpleftp.application.port.in;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.TransferReport;
import java.io.IOException;

/// Moves a file out of the session's store.
public interface GetFile {

  /// Opens the file, hands it to the destination and checks that all that was asked for arrived.
  ///
  /// @param range what to move; octets behind the end of the file are no error
  /// @throws dev.simpleftp.domain.Refused the store said no; the destination was not touched
  /// @throws dev.simpleftp.domain.StoreFailure the file ended before the size it had when it was
  ///   opened
  TransferReport get(Session session, FilePath path, OctetRange range, Destination destination)
      throws IOException;

  /// The other end of a get: a data connection, or another store's upload.
  @FunctionalInterface
  interface Destination {

    /// Takes the whole download. Called once, after the store agreed.
    ///
    /// @return octets taken
    long receive(Download download) throws IOException;
  }
}
