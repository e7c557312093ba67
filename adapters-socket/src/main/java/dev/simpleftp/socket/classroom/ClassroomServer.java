package dev.simpleftp.socket.classroom;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Serves the dialect of the course paper on the loopback address, a virtual thread per client.
public final class ClassroomServer implements Closeable {
  private static final Duration BACK_OFF = Duration.ofMillis(100);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ClassroomConfig config;
  private final UseCases useCases;
  private final ServerSocketChannel listener;
  private final Watchdog watchdog = new Watchdog();
  private final Map<ClassroomSession, Thread> sessions = new ConcurrentHashMap<>();

  private ClassroomServer(ClassroomConfig config, UseCases useCases, ServerSocketChannel listener) {
    this.config = config;
    this.useCases = useCases;
    this.listener = listener;
  }

  /// Starts it; when this returns, clients can connect.
  ///
  /// @throws IOException when the port cannot be listened on
  public static ClassroomServer start(ClassroomConfig config, UseCases useCases)
      throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()));
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    var server = new ClassroomServer(config, useCases, listener);
    server.startAccepting();
    return server;
  }

  /// A fault of the program must not end the accepting (R23).
  private void startAccepting() {
    Thread.ofVirtual()
        .name("simpleftp-classroom-accept")
        .uncaughtExceptionHandler((_, fault) -> {
          config.events().acceptFailed(fault);
          LockSupport.parkNanos(BACK_OFF.toNanos());
          startAccepting();
        })
        .start(this::acceptAll);
  }

  /// The port it really listens on.
  public int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  /// Accepts no more and ends the sessions; a transfer that runs may go on for this long.
  public void stop(Duration grace) throws IOException {
    listener.close();
    long deadline = System.nanoTime() + grace.toNanos();
    for (ClassroomSession session : sessions.keySet()) {
      session.dismiss();
    }
    await(deadline);
    close();
  }

  /// Accepts no more, ends every session and waits a moment until they have given up what they
  /// hold.
  @Override
  public void close() throws IOException {
    listener.close();
    try (watchdog) {
      for (ClassroomSession session : sessions.keySet()) {
        session.close();
      }
      await(System.nanoTime() + FAREWELL.toNanos());
    }
  }

  private void await(long deadline) {
    try {
      for (Thread thread : sessions.values()) {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    while (listener.isOpen()) {
      try {
        receive(listener.accept());
      } catch (ClosedChannelException _) {
        // The loop ends: the server was closed.
      } catch (IOException e) {
        config.events().acceptFailed(e);
        LockSupport.parkNanos(BACK_OFF.toNanos());
      }
    }
  }

  private void receive(SocketChannel socket) throws IOException {
    var remote = (InetSocketAddress) socket.getRemoteAddress();
    var peer = new Peer(remote.getAddress().getHostAddress(), remote.getPort());
    if (sessions.size() >= config.limits().sessions()) {
      config.events().turnedAway(peer);
      socket.close();
      return;
    }
    config.events().connected(peer);
    begin(new SegmentChannel(socket), peer);
  }

  /// A fault of the program ends its own session and is told; the others go on. Whoever was
  /// accepted in the moment of the stop is not served any more.
  private void begin(SegmentChannel channel, Peer peer) throws IOException {
    var session = new ClassroomSession(channel, peer, useCases, watchdog, config);
    Thread thread =
        Thread.ofVirtual()
            .name("simpleftp-classroom")
            .uncaughtExceptionHandler((_, fault) -> config.events().faulted(peer, fault))
            .unstarted(() -> run(session, peer));
    sessions.put(session, thread);
    thread.start();
    if (!listener.isOpen()) {
      session.close();
    }
  }

  private void run(ClassroomSession session, Peer peer) {
    try (session) {
      session.talk();
    } catch (IOException _) {
      // The client is gone; there is nobody to tell.
    } finally {
      sessions.remove(session);
      config.events().disconnected(peer);
    }
  }
}
