package dev.simpleftp.socket.contract;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.RemoteFileStores;
import dev.simpleftp.socket.client.Transcript;
import dev.simpleftp.socket.server.FtpServer;
import dev.simpleftp.socket.server.FtpServerConfig;
import dev.simpleftp.socket.server.WireEvents;
import dev.simpleftp.socket.tls.ClientTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/// The contract over a real connection on the loopback address, or over several in a row.
abstract class RemoteContract extends FileStoreContract {
  private final Watchdog watchdog = new Watchdog();
  private final Deque<FtpServer> servers = new ArrayDeque<>();

  RemoteContract(Deviation... more) {
    super(with(more));
  }

  private static Set<Deviation> with(Deviation... more) {
    Set<Deviation> all = EnumSet.of(Deviation.WHOLE_SECONDS, Deviation.NO_EXCLUSIVE_CREATE);
    Collections.addAll(all, more);
    return all;
  }

  /// How the servers are set up.
  FtpServerConfig config() {
    return FtpServerConfig.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /// How the connections to them are protected.
  ClientTls tls() {
    return ClientTls.NONE;
  }

  /// Puts a server before this tree.
  ///
  /// @return what connects to it, a connection for each store
  final FileStores serve(Supplier<FileStore> tree) throws IOException {
    return serve((_, _) -> new FileStores.Access(tree.get(), FilePath.ROOT));
  }

  /// Puts a server before stores that lie elsewhere.
  final FileStores serve(FileStores stores) throws IOException {
    var useCases = Services.over(stores, SessionEvents.NONE);
    FtpServer server = FtpServer.start(config(), useCases, WireEvents.NONE);
    servers.push(server);
    return at(new Peer(server.address().getHostString(), server.address().getPort()));
  }

  /// What connects to this address, a connection for each store.
  final FileStores at(Peer address) {
    var remote = new RemoteFileStores(ClientConfig.defaults(), Transcript.NONE, watchdog, tls());
    return (login, _) -> remote.open(login, address);
  }

  /// Where the first server listens.
  final InetSocketAddress address() throws IOException {
    return servers.getLast().address();
  }

  static FileStore connect(FileStores stores) throws IOException {
    return stores.open(Login.anonymous(), new Peer("127.0.0.1", 1)).store();
  }

  @Override
  protected void closeTree() throws Exception {
    for (FtpServer server : servers) {
      server.close();
    }
    watchdog.close();
  }
}
