package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// Tells the entries of a directory, or a single file as a list of one.
public interface ListFiles {

  /// Hands every entry to the reader.
  ///
  /// @return how many entries the reader got
  /// @throws dev.simpleftp.domain.Refused the store said no; the reader was not called
  long list(Session session, FilePath path, Reader reader) throws IOException;

  /// Takes a listing, entry by entry.
  interface Reader {

    /// Called once, after the store agreed and before the first entry.
    ///
    /// @param subject what is listed: a directory, or something that stands alone
    void begin(FileKind subject) throws IOException;

    void entry(FileEntry entry) throws IOException;
  }
}
