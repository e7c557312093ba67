package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Connects to the port a client named with PORT or EPRT.
///
/// Whoever makes one has checked that it is the client's own address (RFC 2577 §3).
public final class ActiveDialer implements DataConnector {
  private final SocketChannel socket;
  private final InetSocketAddress target;

  private ActiveDialer(SocketChannel socket, InetSocketAddress target) {
    this.socket = socket;
    this.target = target;
  }

  /// Prepares the connection; nothing is sent yet.
  ///
  /// @param local the address the client knows us by
  public static ActiveDialer to(InetSocketAddress target, InetAddress local) throws IOException {
    SocketChannel socket = SocketChannel.open();
    try {
      socket.bind(new InetSocketAddress(local, 0));
      return new ActiveDialer(socket, target);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public SocketChannel connect(Duration patience) throws IOException {
    try {
      socket.socket().connect(target, Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Nobody was ever let in.
  @Override
  public void stopListening() {}

  @Override
  public int port() {
    return target.getPort();
  }

  /// Gives up; a connection that was made belongs to somebody else by now.
  @Override
  public void close() throws IOException {
    if (!socket.isConnected()) {
      socket.close();
    }
  }
}
