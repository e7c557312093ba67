package dev.simpleftp.socket.fuzz;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.channel.FreePorts;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.server.FtpServer;
import dev.simpleftp.socket.server.FtpServerConfig;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// A server that stays up over all sessions of a run. Each account has a tree of its own, so
/// sessions of several accounts may be played at the same time.
final class FuzzServer implements Closeable {
  /// That of every account; it must not turn up where anybody may read it.
  static final String PASSWORD = "Geheim-4711";

  /// Few, so that one that is not given back is soon missed.
  private static final int PASSIVE_PORTS = 48;

  private final Map<String, Supplier<FileStore>> trees = new ConcurrentHashMap<>();
  private final FuzzEvents events = new FuzzEvents();
  private final FtpServer server;

  FuzzServer() throws IOException {
    int first = FreePorts.inARow(PASSIVE_PORTS);
    var config =
        FtpServerConfig.on(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))
            .passivePorts(new PassivePorts(first, first + PASSIVE_PORTS - 1));
    FileStores accounts = (login, _) -> enter(login);
    server = FtpServer.start(config, Services.over(accounts, SessionEvents.NONE), events);
  }

  InetSocketAddress address() throws IOException {
    return server.address();
  }

  FuzzEvents events() {
    return events;
  }

  /// From now on this account has this tree.
  void serve(String account, Supplier<FileStore> tree) {
    trees.put(account, tree);
  }

  void remove(String account) {
    trees.remove(account);
  }

  private FileStores.Access enter(Login login) throws IOException {
    Supplier<FileStore> tree = trees.get(login.user());
    if (tree == null || !login.equals(new Login(login.user(), Secret.of(PASSWORD)))) {
      throw new Refused(Refusal.LOGIN_DENIED);
    }
    Grants grants = Grants.everywhere(Permission.all());
    return new FileStores.Access(new GuardedFileStore(tree.get(), grants), FilePath.ROOT, grants);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
