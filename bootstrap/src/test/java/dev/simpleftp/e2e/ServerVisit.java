package dev.simpleftp.e2e;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.store.SubtreeFileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.Transcript;
import dev.simpleftp.socket.tls.ClientTls;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Connections of our client to one server, without the console, and all that was said on them.
final class ServerVisit implements AutoCloseable {
  private final Watchdog watchdog = new Watchdog();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final LiveServer server;
  private final ClientTls tls;

  ServerVisit(LiveServer server) {
    this(server, ClientTls.NONE);
  }

  ServerVisit(LiveServer server, ClientTls tls) {
    this.server = server;
    this.tls = tls;
  }

  /// A new connection as the one user, who sees the server's root as the root.
  FileStore open() throws IOException {
    FileStore store = open(server.password()).store();
    FilePath base = FilePath.of(server.base());
    return base.isRoot() ? store : new SubtreeFileStore(store, base);
  }

  FileStores.Access open(String password) throws IOException {
    var stores = new RemoteFileStores(ClientConfig.defaults(), new Heard(lines), watchdog, tls);
    var login = new Login(server.user(), Secret.of(password));
    return stores.open(login, new Peer("127.0.0.1", server.port()));
  }

  /// What was said so far, and forgets it.
  List<String> takeLines() {
    List<String> said = List.copyOf(lines);
    lines.clear();
    return said;
  }

  @Override
  public void close() {
    watchdog.close();
  }

  private record Heard(List<String> lines) implements Transcript {
    @Override
    public void sent(String line) {
      lines.add("> " + line);
    }

    @Override
    public void received(String line) {
      lines.add("< " + line);
    }
  }
}
