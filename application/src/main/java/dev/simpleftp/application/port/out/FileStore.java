package dev.simpleftp.application.port.out;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// A tree of named files: a directory, memory, or the far end of a connection.
///
/// A store belongs to one session and is used by one thread at a time. Every method throws
/// [Refused] for an expected no and another [IOException] when the store or the line broke.
public interface FileStore extends Closeable {

  /// Tells what stands at this path. A link is described itself and not followed.
  ///
  /// @throws Refused NOT_FOUND
  FileEntry describe(FilePath path) throws IOException;

  /// Opens a directory for reading its entries.
  ///
  /// @throws Refused NOT_FOUND, NOT_A_DIRECTORY
  Listing list(FilePath directory) throws IOException;

  /// Opens a file for reading from this octet on.
  ///
  /// What is read is the file as it was now: replacing or removing it meanwhile changes nothing.
  ///
  /// @param offset 0 to the size; the size itself yields no bytes
  /// @throws Refused NOT_FOUND, NOT_A_FILE, OFFSET_BEYOND_END
  Download download(FilePath path, long offset) throws IOException;

  /// Begins a new content for this name. Until it is committed the old content stays whole.
  ///
  /// With [WriteMode.Create] the commit, too, refuses ALREADY_EXISTS when something has come to
  /// stand there meanwhile.
  ///
  /// @throws Refused NOT_FOUND (no such directory), NOT_A_DIRECTORY (a file stands in the way),
  ///   NOT_A_FILE, OFFSET_BEYOND_END, BUSY (somebody else writes this name), BAD_NAME,
  ///   ALREADY_EXISTS (a file is to be created), UNSUPPORTED (the store cannot promise that)
  Upload upload(FilePath path, WriteMode mode) throws IOException;

  /// Makes an empty directory.
  ///
  /// @throws Refused NOT_FOUND (no such parent), NOT_A_DIRECTORY, ALREADY_EXISTS, BAD_NAME
  void makeDirectory(FilePath path) throws IOException;

  /// Removes a file, or a link without following it.
  ///
  /// @throws Refused NOT_FOUND, NOT_A_FILE
  void removeFile(FilePath path) throws IOException;

  /// Removes an empty directory.
  ///
  /// @throws Refused NOT_FOUND, NOT_A_DIRECTORY, NOT_EMPTY, DENIED (the root)
  void removeDirectory(FilePath path) throws IOException;

  /// Gives an entry another name or place. A file at the new name is replaced in one step.
  ///
  /// @throws Refused NOT_FOUND (either the entry or the new parent), NOT_A_DIRECTORY,
  ///   ALREADY_EXISTS (a directory stands at the new name), BAD_NAME (a directory moved into
  ///   itself), DENIED (the root)
  void rename(FilePath from, FilePath to) throws IOException;

  /// An ability beyond these that this store has, such as to set times.
  ///
  /// A store around a store hands out the ability of the inner one under its own rule.
  default <T extends Capability> Optional<T> capability(Class<T> type) {
    return Optional.empty();
  }

  /// Frees what the store holds, open transfers included.
  @Override
  void close() throws IOException;
}
