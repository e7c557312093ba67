package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import dev.simpleftp.socket.wire.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strangers on the data port (CWE-290, CWE-346; "pizza thief"): whoever connected to the passive
/// port before the client did was sent its file, or had his own stored in its name. R9, R15, F08,
/// F09.
class DataTheftTest {

  @Test
  void f09SendsNothingToAStrangerAndServesTheRightClient() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      server.put("/f", "for alice");
      Reply announced = wire.send("PASV").expect(227);
      wire.send("RETR f").expect(150);
      for (int i = 2; i < 12; i++) {
        try (Socket stranger = stranger(wire, announced, "127.0.0." + i)) {
          assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
      }
      try (Socket data = wire.connectData(announced)) {
        assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("for alice");
      }
      wire.expect(226);
    }
  }

  @Test
  void f09StoresNothingOfAStranger() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      Reply announced = wire.send("EPSV").expect(229);
      try (Socket stranger = stranger(wire, announced, "127.0.0.2")) {
        stranger.getOutputStream().write("evil".getBytes(UTF_8));
        stranger.shutdownOutput();
        wire.send("STOR f").expect(150);
        try (Socket data = wire.connectData(announced)) {
          data.getOutputStream().write("content".getBytes(UTF_8));
        }
        wire.expect(226);
      }
      assertThat(server.content("/f")).contains("content");
    }
  }

  @Test
  void usesAPortOnce() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      try (Socket data = wire.openData()) {
        wire.send("NLST").expect(150);
        data.getInputStream().readAllBytes();
        wire.expect(226);
      }
      wire.send("NLST").expect(425);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void takesOnlyItsOwnSessionWhereThatIsRequired(String version) throws IOException {
    var policy = TlsPolicy.OPTIONAL.dataSession(DataSession.REQUIRE);
    var client = new SecureClient(version);
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      assertThat(client.retrieve(wire, "f")).isEqualTo("content");

      refuse(wire, new SecureClient(version));
      var other = new SecureClient(version);
      try (FtpWire neighbour = other.login(server)) {
        neighbour.send("NOOP").expect(200);
        refuse(wire, other);
      }
      assertThat(client.retrieve(wire, "f")).isEqualTo("content");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void f09ServesTheClientBehindAStrangerWithATlsSessionOfHisOwn(String version) throws IOException {
    var policy = TlsPolicy.OPTIONAL.dataSession(DataSession.REQUIRE);
    var client = new SecureClient(version);
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      Reply announced = wire.send("EPSV").expect(229);
      try (SocketChannel stranger = dataChannel(wire, announced);
          SocketChannel data = dataChannel(wire, announced)) {
        wire.send("RETR f").expect(150);
        getNothing(stranger, new SecureClient(version), wire);

        assertThat(SecureClient.read(client.secure(data, wire))).isEqualTo("content");
        wire.expect(226);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"closes", "says nothing", "speaks no TLS"})
  void f09ServesTheClientBehindAStrangerWithoutTls(String what) throws IOException {
    var policy =
        TlsPolicy.OPTIONAL.dataSession(DataSession.REQUIRE).handshake(Duration.ofSeconds(1));
    var client = new SecureClient("TLSv1.3");
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      Reply announced = wire.send("EPSV").expect(229);
      try (SocketChannel stranger = dataChannel(wire, announced);
          SocketChannel data = dataChannel(wire, announced)) {
        switch (what) {
          case "closes" -> stranger.shutdownOutput();
          case "speaks no TLS" -> stranger.write(ByteBuffer.wrap("hello\r\n".getBytes(UTF_8)));
          default -> {
            // It waits.
          }
        }
        wire.send("RETR f").expect(150);

        assertThat(SecureClient.read(client.secure(data, wire))).isEqualTo("content");
        wire.expect(226);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void goesOnForAsLongAsTheSessionDoes(String version) throws IOException {
    var policy = TlsPolicy.OPTIONAL.dataSession(DataSession.REQUIRE);
    var client = new SecureClient(version);
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      for (int i = 0; i < 50; i++) {
        assertThat(client.retrieve(wire, "f")).isEqualTo("content");
      }
    }
  }

  private static SocketChannel dataChannel(FtpWire wire, Reply announced) throws IOException {
    int port = FtpWire.portOf(announced);
    return SocketChannel.open(new InetSocketAddress(wire.control().getInetAddress(), port));
  }

  private static void getNothing(SocketChannel data, SecureClient stranger, FtpWire wire) {
    assertThatThrownBy(
            () -> {
              TlsChannel tls = stranger.secure(data, wire);
              SecureClient.read(tls);
            })
        .isInstanceOfAny(SSLException.class, EOFException.class, SocketException.class);
  }

  private static void refuse(FtpWire wire, SecureClient stranger) throws IOException {
    try (SocketChannel data = SecureClient.openData(wire)) {
      wire.send("RETR f").expect(150);
      getNothing(data, stranger, wire);
      wire.expect(522);
    }
  }

  private static Socket stranger(FtpWire wire, Reply announced, String address) throws IOException {
    var stranger = new Socket();
    stranger.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    stranger.setSoTimeout(10_000);
    int port = FtpWire.portOf(announced);
    stranger.connect(new InetSocketAddress(wire.control().getInetAddress(), port));
    return stranger;
  }
}
