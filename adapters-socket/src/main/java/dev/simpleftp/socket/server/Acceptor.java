package dev.simpleftp.socket.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Takes in the connections of one address, on a virtual thread of its own.
final class Acceptor implements Closeable {
  private static final int BACKLOG = 1024;
  private static final Duration BACK_OFF = Duration.ofMillis(100);

  private final ServerSocketChannel listener;
  private final Reception reception;
  private final WireEvents events;
  private final Thread thread = Thread.ofVirtual().name("simpleftp-accept").unstarted(this::run);

  /// @param reception takes every connection that comes
  Acceptor(ServerSocketChannel listener, Reception reception, WireEvents events) {
    this.listener = listener;
    this.reception = reception;
    this.events = events;
  }

  /// Where connections go that came in.
  @FunctionalInterface
  interface Reception {
    void receive(SocketChannel socket) throws IOException;
  }

  /// Reserves an address; nobody is accepted yet.
  ///
  /// @throws BindException naming the address when it cannot be had
  static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      return listener.bind(address, BACKLOG);
    } catch (SocketException e) {
      listener.close();
      throw unusable(address, e);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  private static BindException unusable(InetSocketAddress address, SocketException cause) {
    var named =
        new BindException(
            "Port %d on %s cannot be used: %s"
                .formatted(
                    address.getPort(), address.getAddress().getHostAddress(), cause.getMessage()));
    named.initCause(cause);
    return named;
  }

  void start() {
    thread.start();
  }

  InetSocketAddress address() throws IOException {
    return (InetSocketAddress) listener.getLocalAddress();
  }

  /// Accepts no more.
  @Override
  public void close() throws IOException {
    listener.close();
  }

  /// Waits for its thread after [#close()].
  void join(Duration patience) throws InterruptedException {
    thread.join(patience);
  }

  /// Goes on until the listener is closed; running out of descriptors only slows it down.
  @SuppressWarnings("CatchThrowable") // R23: nothing that befalls one client ends the accept loop
  private void run() {
    while (listener.isOpen()) {
      try {
        reception.receive(listener.accept());
      } catch (ClosedChannelException _) {
        // The loop ends when this listener was closed; else only the newcomer is gone.
      } catch (Throwable fault) {
        events.acceptFailed(fault);
        LockSupport.parkNanos(BACK_OFF.toNanos());
      }
    }
  }
}
