package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/// Between whom a control connection runs, as far as addresses go.
///
/// Usually the two ends of the socket are all. Behind a proxy that speaks the PROXY protocol the
/// client is the one the proxy named, for all rules and logs. Its data connections may then come
/// from two machines: from the client itself, when they bypass the proxy, and from the proxy, when
/// it forwards the passive ports too (without a PROXY line on them). Clients of one proxy cannot be
/// told apart on that second way; only the random port keeps them apart. Active data connections
/// (PORT, EPRT) go to the named client directly. Passive ports listen on the address of our own
/// socket, so a proxy on this machine can have the same ports outside.
///
/// @param client the client, real or named
/// @param reached the address the client came to, ours or the proxy's
/// @param local the address of our own socket
/// @param neighbour the machine at the other end of the socket: the client or the proxy
public record Route(
    InetSocketAddress client, InetAddress reached, InetAddress local, InetAddress neighbour) {

  /// The client is at the other end of this socket.
  public static Route direct(SocketChannel socket) throws IOException {
    var remote = (InetSocketAddress) socket.getRemoteAddress();
    InetAddress local = ((InetSocketAddress) socket.getLocalAddress()).getAddress();
    return new Route(remote, local, local, remote.getAddress());
  }

  /// A proxy is at the other end of this socket, and has said this.
  public static Route behind(SocketChannel socket, ProxyHeader header) throws IOException {
    Route direct = direct(socket);
    return header
        .ends()
        .map(e -> new Route(e.client(), e.reached(), direct.local, direct.neighbour))
        .orElse(direct);
  }

  /// The address that active data connections come from: the one the client knows us by. To a
  /// client behind a proxy the system finds the way.
  public InetAddress source() {
    return client.getAddress().equals(neighbour) ? local : new InetSocketAddress(0).getAddress();
  }

  /// Whether a data connection may come from this machine.
  boolean admits(InetAddress address) {
    return address.equals(client.getAddress()) || address.equals(neighbour);
  }
}
