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
import dev.simpleftp.socket.client.Transcript;
import java.io.IOException;

/// Behind each scheme of the console the stores that speak it.
final class ConsoleDoors {
  private final OpenSession ftp;
  private final OpenSession classroom;
  private final OpenSession practice;
  private final OpenSession faultyPractice;

  /// @param ftp connects over FTP
  ConsoleDoors(FileStores ftp, Transcript transcript, Watchdog watchdog) {
    var dialect = new ClassroomFileStores(ClientConfig.defaults(), transcript, watchdog);
    this.ftp = new OpenSessionService(ftp, SessionEvents.NONE);
    this.classroom = new OpenSessionService(dialect, SessionEvents.NONE);
    this.practice = new Practice(new PracticeServer(ftp, false));
    this.faultyPractice = new Practice(new PracticeServer(ftp, true));
  }

  OpenSession of(Scheme scheme) {
    return switch (scheme) {
      case FTP -> ftp;
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
