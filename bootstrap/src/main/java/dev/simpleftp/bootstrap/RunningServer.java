package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.bootstrap.tls.ServerCertificate;
import dev.simpleftp.bootstrap.tls.TlsContexts;
import dev.simpleftp.bootstrap.tls.TlsIdentity;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.classroom.ClassroomServer;
import dev.simpleftp.socket.server.FtpServer;
import dev.simpleftp.socket.server.Limits;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A server that listens. Closing it ends its sessions and frees its port.
public final class RunningServer implements AutoCloseable {
  private final FtpServer server;
  private final Optional<ClassroomServer> classroom;
  private final ServedTree tree;
  private final Optional<TlsContexts> tls;
  private boolean freed;

  RunningServer(
      FtpServer server,
      Optional<ClassroomServer> classroom,
      ServedTree tree,
      Optional<TlsContexts> tls) {
    this.server = server;
    this.classroom = classroom;
    this.tree = tree;
    this.tls = tls;
  }

  /// The first address it listens on, with its real port.
  public InetSocketAddress address() throws IOException {
    return server.address();
  }

  /// Each address it listens on, with its real port.
  public List<InetSocketAddress> addresses() throws IOException {
    return server.addresses();
  }

  /// Each address on which TLS begins before the first reply, with its real port.
  public List<InetSocketAddress> implicitAddresses() throws IOException {
    return server.implicitAddresses();
  }

  /// The certificate it shows, so that a client can be told to trust it; empty without TLS.
  public Optional<X509Certificate> certificate() {
    return identity().map(ServerCertificate::certificate);
  }

  /// The same with its chain and its key.
  Optional<ServerCertificate> identity() {
    return tls.map(TlsContexts::certificate);
  }

  /// The port of the first address.
  public int port() throws IOException {
    return address().getPort();
  }

  /// The port of the classroom dialect, when it is served.
  OptionalInt classroomPort() throws IOException {
    return classroom.isPresent() ? OptionalInt.of(classroom.get().port()) : OptionalInt.empty();
  }

  /// `ftp://host:port/`, for clients that take addresses.
  public URI uri() throws IOException {
    String host = address().getAddress().getHostAddress();
    return URI.create(
        "ftp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
  }

  /// The content of a served file, past all accounts: for tests that look behind the protocol.
  ///
  /// @throws dev.simpleftp.domain.Refused NOT_FOUND, NOT_A_FILE
  public byte[] read(String path) throws IOException {
    try (FileStore store = tree.newStore();
        Download download = store.download(FilePath.of(path), 0)) {
      return Channels.newInputStream(download).readAllBytes();
    }
  }

  /// Puts a file into the served tree, past all accounts; missing directories are made.
  public void write(String path, byte[] content) throws IOException {
    FilePath target = FilePath.of(path);
    try (FileStore store = tree.newStore()) {
      makeDirectories(store, target.parent());
      try (Upload upload = store.upload(target, WriteMode.REPLACE)) {
        upload.transferFrom(
            Channels.newChannel(new ByteArrayInputStream(content)), ProgressListener.NONE);
        upload.commit(() -> true);
      }
    }
  }

  /// Stops gently: sessions without a transfer are told 421 at once, running transfers may go on
  /// for this long and are then answered 426.
  public void stop(Duration grace) throws IOException {
    try (Closeable _ = this::freeRest) {
      Thread other = Thread.startVirtualThread(() -> stopClassroom(grace));
      server.stop(grace);
      other.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sets other bounds: for sessions that begin from now on, and for their number at once.
  void limits(Limits limits) {
    server.limits(limits);
  }

  /// Shows this certificate to those who connect from now on.
  ///
  /// @return the options whose files have changed
  List<String> certificate(TlsIdentity fresh) {
    return tls.map(contexts -> contexts.renew(fresh)).orElse(List.of());
  }

  @Override
  public void close() throws IOException {
    try (Closeable _ = this::freeRest) {
      server.close();
    }
  }

  private void stopClassroom(Duration grace) {
    try {
      if (classroom.isPresent()) {
        classroom.get().stop(grace);
      }
    } catch (IOException _) {
      // Freeing it, which comes next, fails in the same way and tells it.
    }
  }

  /// Of two that end the server at once, the second waits until the first has freed everything: the
  /// process may end behind it.
  private synchronized void freeRest() throws IOException {
    if (!freed) {
      freed = true;
      try (tree) {
        if (classroom.isPresent()) {
          classroom.get().close();
        }
      }
    }
  }

  private static void makeDirectories(FileStore store, FilePath path) throws IOException {
    if (path.isRoot() || exists(store, path)) {
      return;
    }
    makeDirectories(store, path.parent());
    store.makeDirectory(path);
  }

  private static boolean exists(FileStore store, FilePath path) throws IOException {
    try {
      store.describe(path);
      return true;
    } catch (Refused refused) {
      if (refused.refusal() != Refusal.NOT_FOUND) {
        throw refused;
      }
      return false;
    }
  }
}
