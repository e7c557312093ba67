package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.store.LoginRules;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.filesystem.account.Account;
import dev.simpleftp.filesystem.account.Accounts;
import dev.simpleftp.filesystem.account.FixedAccounts;
import dev.simpleftp.filesystem.account.HomeRules;
import dev.simpleftp.filesystem.directory.Durability;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A server to be: on a free loopback port, in memory, and without anybody who may log in, until
/// told otherwise.
public final class ServerBuilder {
  private final FixedAccounts users = new FixedAccounts();
  private Accounts accounts = users;
  private Optional<FileStores> stores = Optional.empty();
  private Optional<LoginRules> loginRules = Optional.of(LoginRules.DEFAULTS);
  private HomeRules homeRules = HomeRules.NONE;
  private Storage storage = new Storage.InMemory(Long.MAX_VALUE);
  private InetAddress address = InetAddress.getLoopbackAddress();
  private int port;
  private AnonymousRights anonymous = AnonymousRights.NONE;
  private TlsOptions tls = TlsOptions.OFF;
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
    users.add(account, Secret.of(password));
    return this;
  }

  /// Lets in whom this source knows, besides those of [#user]: a database, a directory service.
  ///
  /// The source says who a login is and what it may do; home, rights, quota and speed of the
  /// [dev.simpleftp.filesystem.account.Account] are kept by the server. It is asked by many threads
  /// at once and must take the same time for an unknown user as for a wrong password.
  public ServerBuilder accounts(Accounts source) {
    accounts = login -> users.authenticate(login).or(() -> source.authenticate(login));
    return this;
  }

  /// Takes logins and their files from here altogether: each login gets a store of its own.
  ///
  /// Directory, accounts, guests and home rules of this builder then mean nothing; whoever opens
  /// the stores guards them, for instance with [dev.simpleftp.application.store.GuardedFileStore].
  /// Wrong passwords are slowed down all the same.
  public ServerBuilder stores(FileStores source) {
    stores = Optional.of(source);
    return this;
  }

  /// What wrong passwords lead to; by default the answer is held back and ten end in a ban.
  public ServerBuilder loginRules(LoginRules rules) {
    loginRules = Optional.of(rules);
    return this;
  }

  /// Answers wrong passwords at once, however many: for tests.
  public ServerBuilder withoutLoginRules() {
    loginRules = Optional.empty();
    return this;
  }

  /// What holds in every home: hidden and denied names, quota, speed.
  public ServerBuilder homeRules(HomeRules rules) {
    homeRules = rules;
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

  /// Protects the connections of those who ask for it, or of all.
  public ServerBuilder tls(TlsSetup setup) {
    tls = new TlsOptions(Optional.of(setup));
    return this;
  }

  /// Tells this listener what the sessions do.
  public ServerBuilder events(SessionEvents listener) {
    events = listener;
    return this;
  }

  /// Starts the server; when this returns, clients can connect.
  ///
  /// @throws IOException when the port is taken, or the directory or the certificate cannot be
  ///   used; the message says which
  public RunningServer start() throws IOException {
    var config =
        new ServerConfig(
            new StorageOptions(storage),
            NetworkOptions.on(new InetSocketAddress(address, port)),
            tls,
            LimitOptions.DEFAULTS,
            OfferOptions.DEFAULT,
            new AccountOptions(
                new AccountOptions.Sources(accounts, anonymous, stores),
                new LoginOptions(loginRules),
                new HomeOptions(homeRules)),
            ClassroomOptions.OFF,
            LogOptions.SILENT,
            new StopOptions(Duration.ZERO));
    return Wiring.build(
        RunningServer.class,
        new StorageModule(storage),
        new ServerModule(config, events, WireEvents.NONE));
  }
}
