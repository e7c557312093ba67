package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.OptionalLong;

/// Tells what stands at a path.
public interface DescribeFile {

  /// Describes an entry of any kind.
  ///
  /// @throws dev.simpleftp.domain.Refused NOT_FOUND
  FileEntry describe(Session session, FilePath path) throws IOException;

  /// The same, but only of a regular file.
  ///
  /// @throws dev.simpleftp.domain.Refused NOT_FOUND, NOT_A_FILE
  FileEntry describeFile(Session session, FilePath path) throws IOException;

  /// The octets that new files in this directory may still take.
  ///
  /// @return empty when the store cannot tell
  /// @throws dev.simpleftp.domain.Refused NOT_FOUND, NOT_A_DIRECTORY
  OptionalLong space(Session session, FilePath directory) throws IOException;
}
