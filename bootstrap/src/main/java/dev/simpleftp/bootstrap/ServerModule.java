package dev.simpleftp.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.bootstrap.tls.TlsContexts;
import dev.simpleftp.socket.classroom.ClassroomConfig;
import dev.simpleftp.socket.classroom.ClassroomServer;
import dev.simpleftp.socket.server.FtpServer;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.util.Optional;

/// The server profile: clients → FTP server → use cases → accounts → the served tree.
final class ServerModule extends AbstractModule {
  private final ServerConfig config;
  private final SessionEvents sessionEvents;
  private final WireEvents wireEvents;

  ServerModule(ServerConfig config, SessionEvents sessionEvents, WireEvents wireEvents) {
    this.config = config;
    this.sessionEvents = sessionEvents;
    this.wireEvents = wireEvents;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(ServerConfig.class).toInstance(config);
    bind(SessionEvents.class).toInstance(sessionEvents);
    bind(WireEvents.class).toInstance(wireEvents);
  }

  @Provides
  @Singleton
  FileStores fileStores(ServedTree tree) {
    return config.accounts().over(tree::newStore);
  }

  @Provides
  @Singleton
  UseCases useCases(FileStores stores, SessionEvents events) {
    return Services.over(stores, events);
  }

  @Provides
  @Singleton
  RunningServer server(UseCases useCases, WireEvents events, ServedTree tree) throws IOException {
    try {
      Optional<TlsContexts> tls = tls();
      FtpServer server = FtpServer.start(config.wire(tls), useCases, events);
      return new RunningServer(server, classroom(server, useCases, events), tree, tls);
    } catch (IOException e) {
      tree.close();
      throw e;
    }
  }

  private Optional<TlsContexts> tls() throws IOException {
    Optional<TlsSetup> setup = config.tls().setup();
    return setup.isPresent() ? Optional.of(new TlsContexts(setup.get().load())) : Optional.empty();
  }

  private Optional<ClassroomServer> classroom(
      FtpServer server, UseCases useCases, WireEvents events) throws IOException {
    Optional<Integer> port = config.classroom().port();
    if (port.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClassroomServer.start(dialect(port.get(), events), useCases));
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "Port %d on the loopback address cannot be used: %s; choose another with --classroom-port."
              .formatted(port.get(), e.getMessage()),
          e);
    }
  }

  private ClassroomConfig dialect(int port, WireEvents events) {
    return new ClassroomConfig(
        port,
        config.network().passivePorts(),
        ClassroomConfig.USUAL_GAP,
        config.limits().limits(),
        events);
  }
}
