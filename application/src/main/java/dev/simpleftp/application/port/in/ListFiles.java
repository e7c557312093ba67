package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// Tells the entries of a directory, or a single file as a list of one.
public interface ListFiles {

  /// Hands every entry to the reader.
  ///
  /// @return how many entries the reader got
  /// @throws dev.simpleftp.domain.Refused the store said no; the reader was not called
  long list(Session session, FilePath path, Reader reader) throws IOException;

  /// The same, but where nothing stands at the path and its last name holds `*` or `?`, that name
  /// is a pattern: the entries that fit it are handed over, a directory among them as one entry.
  ///
  /// A name that begins with a dot fits only a pattern that begins with one.
  ///
  /// @throws dev.simpleftp.domain.Refused the store said no, or nothing fits (NOT_FOUND); the
  ///   reader was not called
  long match(Session session, FilePath pattern, Reader reader) throws IOException;

  /// What a listing is about.
  enum Subject {
    /// All the entries of one directory.
    DIRECTORY,
    /// Something that is no directory and stands alone.
    ENTRY,
    /// The entries that fit a pattern.
    MATCHES
  }

  /// Takes a listing, entry by entry.
  interface Reader {

    /// Called once, after the store agreed and before the first entry.
    void begin(Subject subject) throws IOException;

    void entry(FileEntry entry) throws IOException;

    /// Called once behind the last entry, when there may be more that the store could not read.
    ///
    /// @param lines how many; above 0
    default void unread(long lines) throws IOException {}
  }
}
