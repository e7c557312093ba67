package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.filesystem.account.Account;
import dev.simpleftp.filesystem.account.FixedAccounts;
import dev.simpleftp.filesystem.directory.Durability;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// A server to be: on a free loopback port, in memory, and without anybody who may log in, until
/// told otherwise.
public final class ServerBuilder {
  private final FixedAccounts accounts = new FixedAccounts();
  private Storage storage = new Storage.InMemory(Long.MAX_VALUE);
  private InetAddress address = InetAddress.getLoopbackAddress();
  private int port;
  private AnonymousRights anonymous = AnonymousRights.NONE;
  private SessionEvents events = SessionEvents.NONE;

  ServerBuilder() {}

  /// Keeps the files in memory.
  public ServerBuilder inMemory() {
    return inMemory(Long.MAX_VALUE);
  }

  /// Keeps the files in memory; beyond so many octets an upload is answered like a full disk.
  public ServerBuilder inMemory(long capacity) {
    storage = new Storage.InMemory(capacity);
    return this;
  }

  /// Serves this directory, made when it is missing.
  public ServerBuilder directory(Path root) {
    storage = new Storage.InDirectory(root, Durability.COMMIT);
    return this;
  }

  /// Lets this user in, with every right on the whole tree.
  public ServerBuilder user(String name, String password) {
    var account = new Account(name, FilePath.ROOT, Grants.everywhere(Permission.all()));
    accounts.add(account, Secret.of(password));
    return this;
  }

  /// Lets guests in.
  public ServerBuilder anonymous(AnonymousRights rights) {
    anonymous = rights;
    return this;
  }

  /// Listens on this port; 0 takes any free one.
  ///
  /// @throws IllegalArgumentException when it is not from 0 to 65535
  public ServerBuilder port(int number) {
    if (number < 0 || number > 65_535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535.");
    }
    port = number;
    return this;
  }

  /// Listens on this address instead of the loopback address.
  public ServerBuilder listen(InetAddress local) {
    address = local;
    return this;
  }

  /// Tells this listener what the sessions do.
  public ServerBuilder events(SessionEvents listener) {
    events = listener;
    return this;
  }

  /// Starts the server; when this returns, clients can connect.
  ///
  /// @throws IOException when the port is taken or the directory cannot be served; the message says
  ///   which
  public RunningServer start() throws IOException {
    var config =
        new ServerConfig(
            new StorageOptions(storage),
            NetworkOptions.on(new InetSocketAddress(address, port)),
            LimitOptions.DEFAULTS,
            OfferOptions.DEFAULT,
            new AccountOptions(accounts, anonymous),
            new LogOptions(true),
            new StopOptions(Duration.ZERO));
    return Wiring.build(
        RunningServer.class,
        new StorageModule(storage),
        new ServerModule(config, events, WireEvents.NONE));
  }
}
