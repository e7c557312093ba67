package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.in.OpenSession;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.OpenSessionService;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.console.command.Scheme;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.classroom.client.ClassroomFileStores;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.Transcript;
import dev.simpleftp.socket.tls.ClientTls;
import java.io.IOException;

/// Behind each scheme of the console the stores that speak it.
final class ConsoleDoors {
  private final OpenSession ftp;
  private final OpenSession explicit;
  private final OpenSession implicit;
  private final OpenSession classroom;
  private final OpenSession practice;
  private final OpenSession faultyPractice;

  /// @param ftp connects over FTP
  ConsoleDoors(RemoteFileStores ftp, Transcript transcript, Watchdog watchdog) {
    var dialect = new ClassroomFileStores(ClientConfig.defaults(), transcript, watchdog);
    this.ftp = over(ftp);
    this.classroom = over(dialect);
    this.explicit = over(ftp.in(ClientTls.Mode.REQUIRE));
    this.implicit = over(ftp.in(ClientTls.Mode.IMPLICIT));
    FileStores clear = ftp.in(ClientTls.Mode.NONE);
    this.practice = new Practice(new PracticeServer(clear, false));
    this.faultyPractice = new Practice(new PracticeServer(clear, true));
  }

  private static OpenSession over(FileStores stores) {
    return new OpenSessionService(stores, SessionEvents.NONE);
  }

  OpenSession of(Scheme scheme) {
    return switch (scheme) {
      case FTP -> ftp;
      case FTPES -> explicit;
      case FTPS -> implicit;
      case CLASSROOM -> classroom;
      case MEM -> practice;
      case MEM_CUT -> faultyPractice;
    };
  }

  /// Where the practice server is, only itself knows.
  private static final class Practice implements OpenSession {
    private final PracticeServer server;
    private final OpenSession open;

    Practice(PracticeServer server) {
      this.server = server;
      this.open = new OpenSessionService(server::open, SessionEvents.NONE);
    }

    @Override
    public Session open(Login login, Peer nowhere) throws IOException {
      Peer peer = server.enter();
      boolean opened = false;
      try {
        Session session = open.open(login, peer);
        opened = true;
        return session;
      } finally {
        if (!opened) {
          server.leave();
        }
      }
    }
  }
}
