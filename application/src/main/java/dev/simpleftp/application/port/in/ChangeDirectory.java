package dev.simpleftp.application.port.in;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// Makes another directory the one that relative paths count from.
public interface ChangeDirectory {

  /// Enters this directory.
  ///
  /// @throws dev.simpleftp.domain.Refused NOT_FOUND, NOT_A_DIRECTORY; the session stays where it
  ///   was
  void change(Session session, FilePath directory) throws IOException;
}
