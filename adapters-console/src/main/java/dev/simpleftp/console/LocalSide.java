package dev.simpleftp.console;

import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.nio.file.Path;

/// This machine's tree and the directory the user is in.
///
/// @param home what `~` stands for
record LocalSide(Session session, Path home) {

  /// The path a local name means; `~` and `~/...` begin at the user's home.
  FilePath resolve(String name) throws Refused {
    return session.resolve(
        name.equals("~") || name.startsWith("~/") ? home + name.substring(1) : name);
  }

  FilePath directory() {
    return session.workingDirectory();
  }
}
