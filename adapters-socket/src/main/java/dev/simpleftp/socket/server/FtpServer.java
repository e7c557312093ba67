package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// An FTP server: accepts control connections and gives each a virtual thread.
///
/// Everything is bounded by [Limits]; a connection beyond them is told 421 and closed.
public final class FtpServer implements Closeable {
  private static final int BACKLOG = 1024;
  private static final int MAX_LINE = 4096;
  private static final Duration BACK_OFF = Duration.ofMillis(100);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final FtpServerConfig config;
  private final UseCases useCases;
  private final WireEvents events;
  private final ServerSocketChannel listener;
  private final Watchdog watchdog = new Watchdog();
  private final Map<ControlConnection, Thread> connections = new ConcurrentHashMap<>();
  private final AddressCount addresses = new AddressCount();
  private final Thread acceptor =
      Thread.ofVirtual().name("simpleftp-accept").unstarted(this::acceptAll);

  private FtpServer(
      FtpServerConfig config, UseCases useCases, WireEvents events, ServerSocketChannel listener) {
    this.config = config;
    this.useCases = useCases;
    this.events = events;
    this.listener = listener;
  }

  /// Starts a server; when this returns, clients can connect.
  ///
  /// @throws IOException when the address cannot be listened on
  public static FtpServer start(FtpServerConfig config, UseCases useCases, WireEvents events)
      throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(config.listen(), BACKLOG);
    } catch (BindException e) {
      listener.close();
      throw bindException(config.listen(), e);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    var server = new FtpServer(config, useCases, events, listener);
    server.acceptor.start();
    return server;
  }

  private static BindException bindException(InetSocketAddress listen, BindException cause) {
    var named =
        new BindException(
            "Port %d on %s cannot be used: %s"
                .formatted(
                    listen.getPort(), listen.getAddress().getHostAddress(), cause.getMessage()));
    named.initCause(cause);
    return named;
  }

  /// The address and the port it really listens on.
  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) listener.getLocalAddress();
  }

  /// Accepts no more, ends every session and waits a moment until they have given up what they
  /// hold.
  @Override
  public void close() throws IOException {
    listener.close();
    long deadline = System.nanoTime() + FAREWELL.toNanos();
    try {
      join(acceptor, deadline);
      for (ControlConnection connection : connections.keySet()) {
        connection.close();
      }
      for (Thread thread : connections.values()) {
        join(thread, deadline);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      watchdog.close();
    }
  }

  private static void join(Thread thread, long deadline) throws InterruptedException {
    thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
  }

  /// Goes on until the listener is closed; running out of descriptors only slows it down.
  @SuppressWarnings("CatchThrowable") // R23: nothing that befalls one client ends the accept loop
  private void acceptAll() {
    while (listener.isOpen()) {
      try {
        receive(listener.accept());
      } catch (ClosedChannelException _) {
        // The loop ends: the server was closed.
      } catch (Throwable fault) {
        events.acceptFailed(fault);
        LockSupport.parkNanos(BACK_OFF.toNanos());
      }
    }
  }

  private void receive(SocketChannel socket) throws IOException {
    var remote = (InetSocketAddress) socket.getRemoteAddress();
    var peer = new Peer(remote.getAddress().getHostAddress(), remote.getPort());
    if (connections.size() >= config.limits().sessions()
        || !addresses.enter(remote.getAddress(), config.limits().sessionsPerAddress())) {
      turnAway(socket, peer);
      return;
    }
    events.connected(peer);
    try {
      begin(socket, peer);
    } catch (IOException e) {
      addresses.leave(remote.getAddress());
      events.disconnected(peer);
      socket.close();
    }
  }

  private void begin(SocketChannel socket, Peer peer) throws IOException {
    var surroundings = new Surroundings(config.limits(), watchdog, events, peer);
    var channel = new ControlChannel(socket, MAX_LINE);
    InetAddress address = channel.remote().getAddress();
    var connection = new ControlConnection(channel, useCases, config, surroundings);
    Thread thread =
        Thread.ofVirtual()
            .name("simpleftp-control")
            .unstarted(() -> {
              try {
                connection.run();
              } finally {
                connections.remove(connection);
                addresses.leave(address);
              }
            });
    connections.put(connection, thread);
    thread.start();
  }

  private void turnAway(SocketChannel socket, Peer peer) {
    events.turnedAway(peer);
    try (var channel = new ControlChannel(socket, MAX_LINE)) {
      socket.configureBlocking(false);
      channel.write(ReplyCodec.encode(Reply.of(421, "Too many sessions; try again later.")));
    } catch (IOException _) {
      // It did not wait to be told.
    }
  }
}
