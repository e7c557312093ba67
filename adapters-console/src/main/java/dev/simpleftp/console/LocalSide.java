package dev.simpleftp.console;

import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.file.Path;

/// This machine's tree and the directory the user is in.
///
/// @param home what `~` stands for
record LocalSide(Endpoint endpoint, Session session, Path home) {

  static LocalSide of(Endpoint endpoint, Path home) throws IOException {
    return new LocalSide(endpoint, endpoint.session(), home);
  }

  /// One of its own in the same directory, for something that runs beside this one.
  LocalSide another() throws IOException {
    LocalSide other = of(endpoint.another(), home);
    other.session.enter(directory());
    return other;
  }

  /// The path a local name means; `~` and `~/...` begin at the user's home.
  FilePath resolve(String name) throws Refused {
    return session.resolve(
        name.equals("~") || name.startsWith("~/") ? home + name.substring(1) : name);
  }

  FilePath directory() {
    return session.workingDirectory();
  }
}
