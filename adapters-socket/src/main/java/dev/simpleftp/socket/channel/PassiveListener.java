package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// Waits for the one data connection that was announced by 227 or 229.
///
/// Only the machine at the other end of the control connection is let in; a stranger is closed and
/// the wait goes on (RFC 2577 §4). Its port is its own until it is closed, which is when the
/// transfer is over.
public final class PassiveListener implements DataConnector {
  private final PassivePorts.Lease lease;
  private final Route route;
  private final AtomicBoolean ended = new AtomicBoolean();

  private PassiveListener(PassivePorts.Lease lease, Route route) {
    this.lease = lease;
    this.route = route;
  }

  /// Listens on the address of the control connection.
  ///
  /// @param route says who may connect
  public static PassiveListener open(PassivePorts ports, Route route, RandomGenerator random)
      throws IOException {
    return new PassiveListener(ports.lease(route.local(), random), route);
  }

  @Override
  public int port() throws IOException {
    return ((InetSocketAddress) lease.listener().getLocalAddress()).getPort();
  }

  /// Takes the connection; unless one came it stops listening.
  ///
  /// @throws SocketTimeoutException when the right machine did not connect in time
  @Override
  public SocketChannel connect(Duration patience) throws IOException {
    try {
      return accept(System.nanoTime() + patience.toNanos());
    } catch (IOException e) {
      stopListening();
      throw e;
    }
  }

  private SocketChannel accept(long deadline) throws IOException {
    ServerSocketChannel listener = lease.listener();
    while (true) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new SocketTimeoutException("No data connection came in time.");
      }
      listener.socket().setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      Socket socket = listener.socket().accept();
      if (route.admits(socket.getInetAddress())) {
        return socket.getChannel();
      }
      socket.close();
    }
  }

  @Override
  public void stopListening() throws IOException {
    lease.listener().close();
  }

  @Override
  public void close() throws IOException {
    try {
      stopListening();
    } finally {
      if (ended.compareAndSet(false, true)) {
        lease.end().run();
      }
    }
  }
}
