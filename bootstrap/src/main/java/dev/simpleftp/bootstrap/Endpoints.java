package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.LocalFiles;
import java.io.IOException;

/// The two sides of a copy: a server, and this machine.
final class Endpoints {
  private static final Peer THIS_MACHINE = new Peer("localhost", 1);

  private Endpoints() {}

  /// An FTP server.
  static Endpoint remote(UseCases useCases, Login login, Peer peer) {
    return remote(
        "ftp://" + login.user() + "@" + peer,
        () -> useCases.open().open(login, peer),
        useCases.close());
  }

  /// Opens a session.
  @FunctionalInterface
  interface Opening {
    Session open() throws IOException;
  }

  /// Another machine.
  ///
  /// @param address of [Endpoint#address()]
  static Endpoint remote(String address, Opening opening, CloseSession close) {
    return new Endpoint(
        address,
        new Endpoint.Opener() {
          @Override
          public Session open() throws IOException {
            return opening.open();
          }

          @Override
          public void close(Session session) throws IOException {
            close.close(session);
          }
        });
  }

  /// The disk of this machine, from its root on.
  static Endpoint local() {
    return local(FilePath.ROOT);
  }

  /// The same, beginning in a directory of it.
  static Endpoint local(FilePath directory) {
    return local(LocalFiles.open(), directory);
  }

  /// A directory that no link leads out of.
  static CopyFile.Place enclosed(FilePath directory) throws IOException {
    FilePath real = LocalFiles.realPathOf(directory);
    return new CopyFile.Place(local(LocalFiles.openWithoutLinks(), real), real);
  }

  private static Endpoint local(DirectoryTree tree, FilePath directory) {
    return new Endpoint(
        "file://",
        new Endpoint.Opener() {
          @Override
          public Session open() {
            var user = new Identity(0, System.getProperty("user.name", "me"), THIS_MACHINE);
            return new Session(user, tree.newStore(), directory);
          }

          @Override
          public void close(Session session) throws IOException {
            session.store().close();
          }
        });
  }
}
