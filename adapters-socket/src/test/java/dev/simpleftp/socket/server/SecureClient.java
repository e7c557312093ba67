package dev.simpleftp.socket.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/// A client that speaks TLS by hand. Its data connections resume the TLS sessions of its control
/// connections.
public final class SecureClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SSLContext context = TestCertificates.context();
  private final String version;

  /// @param version such as `TLSv1.3`
  public SecureClient(String version) {
    this.version = version;
  }

  /// A connection on which AUTH TLS was said and answered; the handshake comes next.
  public static FtpWire atTheDoor(ServerFixture server) throws IOException {
    FtpWire wire = server.connect();
    wire.expect(220);
    wire.send("AUTH TLS").expect(234);
    return wire;
  }

  /// A connection under TLS that has not logged in.
  public FtpWire connect(ServerFixture server) throws IOException {
    FtpWire wire = atTheDoor(server);
    return wire.secure(engine(wire));
  }

  /// A connection that is logged in under TLS.
  public FtpWire login(ServerFixture server) throws IOException {
    return logIn(connect(server));
  }

  /// Logs in as `alice`.
  public static FtpWire logIn(FtpWire wire) throws IOException {
    wire.send("USER alice").expect(331);
    wire.send("PASS secret").expect(230);
    return wire;
  }

  /// From now on data connections are under TLS.
  public static void protect(FtpWire wire) throws IOException {
    wire.send("PBSZ 0").expect(200);
    wire.send("PROT P").expect(200);
  }

  /// EPSV and the connection to its port, in clear so far.
  public static SocketChannel openData(FtpWire wire) throws IOException {
    int port = FtpWire.portOf(wire.send("EPSV").expect(229));
    return SocketChannel.open(new InetSocketAddress(wire.control().getInetAddress(), port));
  }

  /// TLS on a data connection.
  public TlsChannel secure(SocketChannel data, FtpWire wire) throws IOException {
    TlsChannel tls = new TlsChannel(data, engine(wire));
    tls.handshake(PATIENCE);
    return tls;
  }

  /// Takes a file over a data connection under TLS.
  public String retrieve(FtpWire wire, String name) throws IOException {
    try (SocketChannel data = openData(wire)) {
      wire.send("RETR " + name).expect(150);
      String content = read(secure(data, wire));
      wire.expect(226);
      return content;
    }
  }

  /// Sends a file over a data connection under TLS.
  public void store(FtpWire wire, String name, String content) throws IOException {
    try (SocketChannel data = openData(wire)) {
      wire.send("STOR " + name).expect(150);
      TlsChannel tls = secure(data, wire);
      tls.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
      tls.endOutput();
      wire.expect(226);
    }
  }

  /// All that comes up to the end that TLS marks.
  public static String read(TlsChannel tls) throws IOException {
    var content = new ByteArrayOutputStream();
    Channels.newInputStream(tls).transferTo(content);
    return content.toString(UTF_8);
  }

  /// The engine of the next connection to this server.
  public SSLEngine engine(FtpWire wire) {
    SSLEngine engine = context.createSSLEngine("localhost", wire.control().getPort());
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
    return engine;
  }
}
