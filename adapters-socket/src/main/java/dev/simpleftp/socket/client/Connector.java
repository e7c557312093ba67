package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Connects, or says in one sentence why not.
public final class Connector {
  private Connector() {}

  /// Tries every address of the name in turn, IPv4 and IPv6.
  ///
  /// @throws ConnectionFailed with the reason of the last one
  public static SocketChannel connect(Peer peer, Duration timeout) throws IOException {
    IOException last = new ConnectException("no address");
    for (InetAddress address : addresses(peer)) {
      try {
        return connect(new InetSocketAddress(address, peer.port()), timeout);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        last = e;
      }
    }
    throw ConnectionFailed.ofSession(sentence(peer.toString(), timeout, last), last);
  }

  /// Connects to this one address; the exception is the plain one of the socket.
  public static SocketChannel connect(InetSocketAddress address, Duration timeout)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean connected = false;
    try {
      channel.socket().connect(address, Math.toIntExact(Math.max(1, timeout.toMillis())));
      connected = true;
      return channel;
    } finally {
      if (!connected) {
        channel.close();
      }
    }
  }

  static String sentence(String where, Duration timeout, IOException cause) {
    return switch (cause) {
      case SocketTimeoutException _ ->
          "%s did not answer within %d seconds; is the address right, does a firewall block it?"
              .formatted(where, timeout.toSeconds());
      case NoRouteToHostException _ ->
          "There is no way to %s; is this machine on the network?".formatted(where);
      case ConnectException _ ->
          "Nobody listens on %s (connection refused); is the server running?".formatted(where);
      default -> "Cannot connect to %s: %s.".formatted(where, cause.getMessage());
    };
  }

  private static InetAddress[] addresses(Peer peer) throws IOException {
    try {
      return InetAddress.getAllByName(peer.host());
    } catch (UnknownHostException e) {
      throw ConnectionFailed.ofSession(
          "The host '%s' is not known; is its name spelled right?".formatted(peer.host()), e);
    }
  }
}
