package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.tls.ServerTls;
import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A server on a free loopback port, over memory or any other store. With the password `secret`
/// enter `alice`, who may do all, `bob`, who may only read, and `carol`, for whom all is a drop
/// box: she may put files and see nothing.
public final class ServerFixture implements AutoCloseable {
  public static final FtpServerConfig ON_LOOPBACK = withTls(TlsPolicy.OPTIONAL);

  /// One that protects connections so.
  public static FtpServerConfig withTls(TlsPolicy policy) {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var tls = new ServerTls(TestCertificates::context, policy);
    return FtpServerConfig.on(anyPort).tls(new FtpsConfig(tls, List.of(anyPort)));
  }

  private static final Map<String, Set<Permission>> RIGHTS =
      Map.of(
          "alice", Permission.all(),
          "bob", Permission.readOnly(),
          "carol", Set.of(Permission.WRITE));

  private final Supplier<FileStore> stores;
  private final FtpServer server;
  private final Heard heard;

  private ServerFixture(Supplier<FileStore> stores, FtpServer server, Heard heard) {
    this.stores = stores;
    this.server = server;
    this.heard = heard;
  }

  public static ServerFixture overMemory() throws IOException {
    return overMemory(UnaryOperator.identity());
  }

  public static ServerFixture overMemory(UnaryOperator<Limits> limits) throws IOException {
    return over(new MemoryTree()::newStore, limits);
  }

  /// One that protects connections so.
  public static ServerFixture overMemory(TlsPolicy policy) throws IOException {
    return over(new MemoryTree()::newStore, withTls(policy));
  }

  public static ServerFixture over(Supplier<FileStore> stores, UnaryOperator<Limits> limits)
      throws IOException {
    return over(stores, limits, Offer.DEFAULT);
  }

  public static ServerFixture over(
      Supplier<FileStore> stores, UnaryOperator<Limits> limits, Offer offer) throws IOException {
    return over(stores, ON_LOOPBACK.limits(limits.apply(Limits.DEFAULTS)).offer(offer));
  }

  public static ServerFixture over(Supplier<FileStore> stores, FtpServerConfig config)
      throws IOException {
    FileStores accounts =
        (login, _) -> {
          Set<Permission> rights = RIGHTS.getOrDefault(login.user(), Set.of());
          if (rights.isEmpty() || !isProved(login)) {
            throw new Refused(Refusal.LOGIN_DENIED);
          }
          var grants = Grants.everywhere(rights);
          FileStore guarded = new GuardedFileStore(stores.get(), grants);
          return new FileStores.Access(guarded, FilePath.ROOT, grants);
        };
    var heard = new Heard(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    var useCases = Services.over(accounts, new TransferEars(heard));
    return new ServerFixture(stores, FtpServer.start(config, useCases, new Ears(heard)), heard);
  }

  private static boolean isProved(Login login) {
    return login.proved() || login.equals(new Login(login.user(), Secret.of("secret")));
  }

  /// The usual limits with these times.
  public static UnaryOperator<Limits> times(Duration login, Duration idle, Duration data) {
    return l ->
        new Limits(
            l.sessions(),
            l.sessionsPerAddress(),
            l.unauthenticated(),
            l.loginAttempts(),
            l.line(),
            login,
            idle,
            data,
            data,
            l.leastRate());
  }

  /// The usual limits with these numbers of sessions.
  public static UnaryOperator<Limits> crowd(int sessions, int perAddress, int unauthenticated) {
    return l ->
        new Limits(
            sessions,
            perAddress,
            unauthenticated,
            l.loginAttempts(),
            l.line(),
            l.login(),
            l.idle(),
            l.dataAccept(),
            l.stall(),
            l.leastRate());
  }

  /// The commands as whoever watches the server sees them.
  public List<String> heard() {
    return heard.commands;
  }

  /// How transfers and sessions ended, as whoever watches the server hears it.
  public List<String> ends() {
    return heard.ends;
  }

  private record Heard(List<String> commands, List<String> ends) {}

  private record Ears(Heard heard) implements WireEvents {
    @Override
    public void commandReceived(Peer peer, String line) {
      heard.commands.add(line);
    }

    @Override
    public void proxyRefused(Peer proxy) {
      heard.commands.add("proxy refused");
    }

    @Override
    public void disconnected(Peer peer) {
      heard.ends.add("left " + peer.port());
    }

    @Override
    public void faulted(Peer peer, Throwable fault) {
      heard.ends.add("fault " + fault.getClass().getSimpleName());
    }
  }

  private record TransferEars(Heard heard) implements SessionEvents {
    @Override
    public void transferEnded(Identity session, TransferReport report) {
      heard.ends.add((report.complete() ? "complete " : "failed ") + report.path());
    }
  }

  public FtpServer server() {
    return server;
  }

  public InetSocketAddress address() throws IOException {
    return server.address();
  }

  /// A connection that has said nothing yet.
  public FtpWire connect() throws IOException {
    return new FtpWire(address());
  }

  /// One that comes from this address of the machine.
  public FtpWire connect(InetAddress source) throws IOException {
    return new FtpWire(address(), new InetSocketAddress(source, 0));
  }

  /// A connection that is logged in.
  public FtpWire login() throws IOException {
    return login(connect());
  }

  /// One that came to this address of the server.
  public FtpWire login(InetSocketAddress address) throws IOException {
    return login(new FtpWire(address));
  }

  /// One that comes from this address of the machine.
  public FtpWire login(String source) throws IOException {
    return login(connect(InetAddress.ofLiteral(source)));
  }

  /// One that is logged in as this user.
  public FtpWire loginAs(String user) throws IOException {
    return login(connect(), user);
  }

  private static FtpWire login(FtpWire wire) throws IOException {
    return login(wire, "alice");
  }

  private static FtpWire login(FtpWire wire, String user) throws IOException {
    wire.expect(220);
    wire.send("USER " + user).expect(331);
    wire.send("PASS secret").expect(230);
    return wire;
  }

  public void put(String path, String content) throws IOException {
    var source =
        Channels.newChannel(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    try (FileStore store = stores.get();
        Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      upload.transferFrom(source, _ -> {});
      upload.commit(() -> true);
    }
  }

  /// The content of a file, or nothing when there is none.
  public Optional<String> content(String path) throws IOException {
    try (FileStore store = stores.get();
        var download = store.download(FilePath.of(path), 0)) {
      byte[] bytes = Channels.newInputStream(download).readAllBytes();
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (Refused _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
