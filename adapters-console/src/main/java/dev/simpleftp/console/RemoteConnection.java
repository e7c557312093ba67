package dev.simpleftp.console;

import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.OpenTarget;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Secret;
import java.io.Closeable;
import java.io.IOException;

/// The other side and the login that leads to it, kept as long as somebody may have to log in
/// again.
record RemoteConnection(Endpoint endpoint, Login login, OpenTarget target) implements Closeable {

  /// Connects. Whoever was interrupted meanwhile no longer wants it.
  static RemoteConnection open(ConsoleCore.Remotes remotes, Login login, OpenTarget target)
      throws IOException {
    var connection = new RemoteConnection(remotes.to(login, target), login, target);
    try {
      connection.endpoint.session();
    } finally {
      if (connection.endpoint.current().isEmpty()) {
        connection.drop();
      }
    }
    return connection;
  }

  /// One of its own to the same place and in the same directory, not connected yet.
  RemoteConnection another(ConsoleCore.Remotes remotes) {
    var own = new Login(login.user(), Secret.of(login.secret().reveal()));
    return new RemoteConnection(remotes.to(own, target), own, target);
  }

  /// Opens the session in a directory.
  Session enter(FilePath directory) throws IOException {
    Session session = endpoint.session();
    session.enter(directory);
    return session;
  }

  /// Takes leave politely.
  @Override
  public void close() throws IOException {
    try (var _ = login.secret()) {
      endpoint.close();
    }
  }

  /// Takes leave whatever the other side says to it.
  void drop() {
    login.secret().close();
    endpoint.drop();
  }
}
