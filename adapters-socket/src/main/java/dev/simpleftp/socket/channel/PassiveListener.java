package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waits for the one data connection that was announced by 227 or 229.
///
/// Only the machine at the other end of the control connection is let in; a stranger is closed and
/// the wait goes on (RFC 2577 §4).
public final class PassiveListener implements DataConnector {
  private final ServerSocketChannel listener;
  private final InetAddress peer;

  private PassiveListener(ServerSocketChannel listener, InetAddress peer) {
    this.listener = listener;
    this.peer = peer;
  }

  /// Listens on the address of the control connection.
  ///
  /// @param peer the only machine that may connect
  public static PassiveListener open(
      PassivePorts ports, InetAddress local, InetAddress peer, RandomGenerator random)
      throws IOException {
    return new PassiveListener(ports.listen(local, random), peer);
  }

  @Override
  public int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  /// Takes the connection and stops listening.
  ///
  /// @throws SocketTimeoutException when the right machine did not connect in time
  @Override
  public SocketChannel connect(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    try (listener) {
      while (true) {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
          throw new SocketTimeoutException("No data connection came in time.");
        }
        listener.socket().setSoTimeout(Math.toIntExact(left));
        Socket socket = listener.socket().accept();
        if (socket.getInetAddress().equals(peer)) {
          return socket.getChannel();
        }
        socket.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
