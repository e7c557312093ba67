package dev.simpleftp.application.service;

import dev.simpleftp.application.port.in.ChangeDirectory;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;

/// Enters a directory once it is known to be one.
public final class ChangeDirectoryService implements ChangeDirectory {

  @Override
  public void change(Session session, FilePath directory) throws IOException {
    if (!session.store().describe(directory).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    session.enter(directory);
  }
}
