package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// An FTP server: accepts control connections and gives each a virtual thread.
///
/// Everything is bounded by [Limits]; a connection beyond them is told 421 and closed.
public final class FtpServer implements Closeable {
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final List<Acceptor> acceptors;
  private final List<Acceptor> implicit;
  private final Sessions sessions;

  private FtpServer(List<Acceptor> acceptors, List<Acceptor> implicit, Sessions sessions) {
    this.acceptors = acceptors;
    this.implicit = implicit;
    this.sessions = sessions;
  }

  /// Starts a server; when this returns, clients can connect. Nobody is served before all addresses
  /// are ours.
  ///
  /// @throws java.net.BindException naming the address that cannot be listened on
  public static FtpServer start(FtpServerConfig config, UseCases useCases, WireEvents events)
      throws IOException {
    int plain = config.listen().size();
    List<InetSocketAddress> all = new ArrayList<>(config.listen());
    config.tls().ifPresent(ftps -> all.addAll(ftps.implicit()));
    List<ServerSocketChannel> listeners = bind(all);
    var sessions = new Sessions(config, useCases, events);
    List<Acceptor> acceptors = new ArrayList<>();
    for (ServerSocketChannel listener : listeners) {
      boolean tlsFirst = acceptors.size() >= plain;
      acceptors.add(new Acceptor(listener, s -> sessions.receive(s, tlsFirst), events));
    }
    acceptors.forEach(Acceptor::start);
    return new FtpServer(
        List.copyOf(acceptors.subList(0, plain)),
        List.copyOf(acceptors.subList(plain, acceptors.size())),
        sessions);
  }

  private static List<ServerSocketChannel> bind(List<InetSocketAddress> addresses)
      throws IOException {
    List<ServerSocketChannel> bound = new ArrayList<>();
    try {
      for (InetSocketAddress address : addresses) {
        bound.add(Acceptor.bind(address));
      }
      return bound;
    } catch (IOException e) {
      for (ServerSocketChannel listener : bound) {
        listener.close();
      }
      throw e;
    }
  }

  /// The first address, with the port it really listens on.
  public InetSocketAddress address() throws IOException {
    return acceptors.getFirst().address();
  }

  /// Each address, with the port it really listens on.
  public List<InetSocketAddress> addresses() throws IOException {
    return addresses(acceptors);
  }

  /// The same for those where TLS begins at once.
  public List<InetSocketAddress> implicitAddresses() throws IOException {
    return addresses(implicit);
  }

  private static List<InetSocketAddress> addresses(List<Acceptor> listening) throws IOException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (Acceptor acceptor : listening) {
      addresses.add(acceptor.address());
    }
    return addresses;
  }

  /// From now on these limits hold: the numbers of sessions at once, everything else for sessions
  /// that begin from now on.
  public void limits(Limits limits) {
    sessions.limits(limits);
  }

  /// Stops gently: accepts no more, tells 421 to every session without a transfer, and lets running
  /// transfers go on for this long. What still runs then is answered 426 and 421.
  ///
  /// @param grace time for running transfers; waits no longer than the last of them needs
  public void stop(Duration grace) throws IOException {
    stopAccepting();
    try {
      sessions.dismiss();
      sessions.await(grace);
      sessions.cut();
      sessions.await(FAREWELL);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /// Accepts no more, ends every session and waits a moment until they have given up what they
  /// hold.
  @Override
  public void close() throws IOException {
    stopAccepting();
    sessions.close(FAREWELL);
  }

  private void stopAccepting() throws IOException {
    try {
      List<Acceptor> all = new ArrayList<>(acceptors);
      all.addAll(implicit);
      for (Acceptor acceptor : all) {
        acceptor.close();
      }
      for (Acceptor acceptor : all) {
        acceptor.join(FAREWELL);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
