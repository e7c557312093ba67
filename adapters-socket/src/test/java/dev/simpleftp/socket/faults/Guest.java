package dev.simpleftp.socket.faults;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.wire.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// A client that is logged in, under TLS where the scene is.
final class Guest implements Closeable {
  private static final int SMALL_BUFFER = 64 * 1024;

  private final FtpWire wire;
  private final SecureClient secure;
  private final boolean tls;
  private final List<SocketChannel> opened = new ArrayList<>();

  private Guest(FtpWire wire, SecureClient secure, boolean tls) {
    this.wire = wire;
    this.secure = secure;
    this.tls = tls;
  }

  /// One that has said nothing but what TLS needs.
  static Guest atTheDoor(FaultSite site) throws IOException {
    var secure = new SecureClient("TLSv1.3");
    boolean tls = site.scene().isUnderTls();
    FtpWire wire = tls ? secure.connect(site.server()) : site.server().connect();
    if (!tls) {
      wire.expect(220);
    }
    return new Guest(wire, secure, tls);
  }

  Guest login() throws IOException {
    SecureClient.logIn(wire);
    if (tls) {
      SecureClient.protect(wire);
    }
    return this;
  }

  FtpWire wire() {
    return wire;
  }

  Reply expect(int code) throws IOException {
    return wire.expect(code);
  }

  /// EPSV and a connection to its port, with a small buffer: what nobody reads stays with the
  /// server.
  SocketChannel connectData() throws IOException {
    return connectData(wire.send("EPSV").expect(229));
  }

  SocketChannel connectData(Reply announced) throws IOException {
    SocketChannel socket = SocketChannel.open();
    socket.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
    var host = wire.control().getInetAddress();
    opened.add(socket);
    socket.connect(new InetSocketAddress(host, FtpWire.portOf(announced)));
    return socket;
  }

  /// TLS on a data connection, where the scene has it.
  DataEnd protect(SocketChannel socket) throws IOException {
    return new DataEnd(socket, tls ? secure.secure(socket, wire) : null);
  }

  /// Begins a transfer and its data connection.
  DataEnd begin(String command) throws IOException {
    SocketChannel socket = connectData();
    wire.send(command).expect(150);
    return protect(socket);
  }

  /// Makes sure that the session goes on.
  void assertGoesOn() throws IOException {
    wire.send("NOOP").expect(200);
  }

  /// Ends the control connection as a system does whose program has died.
  void vanish() throws IOException {
    wire.close();
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel socket : opened) {
      socket.close();
    }
    wire.close();
  }
}
