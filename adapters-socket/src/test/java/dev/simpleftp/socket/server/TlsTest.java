package dev.simpleftp.socket.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.ClientCertificate;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 4217 as a client sees it, with TLS spoken by hand.
class TlsTest {
  private static final FtpServerConfig IN_CLEAR =
      FtpServerConfig.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

  private static final X509Certificate CERTIFICATE = TestCertificates.certificate();

  private final SecureClient client = new SecureClient("TLSv1.3");

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void movesFilesUnderTls(String version) throws IOException {
    var client = new SecureClient(version);
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      assertThat(wire.tls().session().getProtocol()).isEqualTo(version);
      SecureClient.protect(wire);

      client.store(wire, "f", "content");
      assertThat(server.content("/f")).contains("content");
      assertThat(client.retrieve(wire, "f")).isEqualTo("content");
      assertThat(client.retrieve(wire, "f")).isEqualTo("content");
    }
  }

  @Test
  void movesFilesInClearAfterProtC() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      wire.send("PROT C").expect(200);

      try (var data = wire.openData()) {
        wire.send("RETR f").expect(150);
        assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("content");
        wire.expect(226);
      }
    }
  }

  @Test
  void beginsTlsBeforeTheGreetingWhereItIsImplicit() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL)) {
      server.put("/f", "content");
      try (var wire = new FtpWire(server.server().implicitAddresses().getFirst())) {
        wire.secure(client.engine(wire));
        wire.expect(220);
        SecureClient.logIn(wire);

        assertThat(client.retrieve(wire, "f")).isEqualTo("content");
      }
    }
  }

  /// A client that never reads what the server sends it on an upload: with tickets under way its
  /// system would answer them with a reset and throw away the end of the file.
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void takesWholeFilesFromClientsThatOnlyWrite(String version) throws IOException {
    var client = new SecureClient(version);
    String content = "0123456789abcdef".repeat(64 * 1024);
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      SecureClient.protect(wire);
      for (int i = 0; i < 30; i++) {
        try (SocketChannel data = SecureClient.openData(wire)) {
          wire.send("STOR f").expect(150);
          TlsChannel tls = client.secure(data, wire);
          tls.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
          tls.endOutput();
        }
        wire.expect(226);
        assertThat(server.content("/f")).contains(content);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void letsInWhomTheCertificateProves(String version) throws IOException {
    var policy =
        TlsPolicy.OPTIONAL
            .clientCertificate(ClientCertificate.WANT)
            .users(shown -> Optional.of(shown.equals(CERTIFICATE) ? "alice" : "bob"));
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = new SecureClient(version).connect(server)) {
      wire.send("USER bob").expect(331);
      wire.send("PASS other").expect(530);
      wire.send("PWD").expect(530);
      wire.send("USER alice").expect(232);
      wire.send("PWD").expect(257);
      wire.send("PASS secret").expect(503);
      wire.send("REIN").expect(220);
      wire.send("PWD").expect(530);
      wire.send("USER nobody").expect(331);
    }
  }

  @Test
  void asksForThePasswordOfAUserWhoseCertificateHasNoAccount() throws IOException {
    var policy =
        TlsPolicy.OPTIONAL
            .clientCertificate(ClientCertificate.WANT)
            .users(_ -> Optional.of("nobody"));
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = client.connect(server)) {
      wire.send("USER nobody").expect(331);
      wire.send("PWD").expect(530);
    }
  }

  @ParameterizedTest
  @EnumSource(ClientCertificate.class)
  void takesACertificateForNoPasswordUnlessThatIsWanted(ClientCertificate wish) throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL.clientCertificate(wish));
        FtpWire wire = client.connect(server)) {
      wire.send("USER alice").expect(331);
    }
  }

  @Test
  void namesTheFeatures() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        var clear = ServerFixture.over(new MemoryTree()::newStore, IN_CLEAR);
        FtpWire wire = server.connect();
        FtpWire other = clear.connect()) {
      wire.expect(220);
      other.expect(220);

      Reply features = wire.send("FEAT").expect(211);
      assertThat(features.toString()).contains(" AUTH TLS", " PBSZ", " PROT");
      assertThat(other.send("FEAT").expect(211).toString()).doesNotContain("AUTH", "PBSZ", "PROT");
      other.send("AUTH TLS").expect(502);
    }
  }

  @Test
  void endsATransferThatIsAbortedBeforeTlsBegan() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      SecureClient.protect(wire);
      try (SocketChannel _ = SecureClient.openData(wire)) {
        wire.send("NLST").expect(150);
        wire.send("ABOR").expect(426);
        wire.expect(226);
      }
    }
  }

  @Test
  void answersDuringATransferUnderTls() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      SecureClient.protect(wire);
      try (SocketChannel data = SecureClient.openData(wire)) {
        wire.send("STOR f").expect(150);
        TlsChannel tls = client.secure(data, wire);
        for (int i = 0; i < 20; i++) {
          wire.send("NOOP").expect(200);
        }
        wire.sendRaw("NOOP\r\nSTAT\r\nNOOP\r\n".getBytes(UTF_8));
        wire.expect(200);
        wire.expect(213);
        wire.expect(200);
        tls.write(ByteBuffer.wrap("x".getBytes(UTF_8)));
        tls.endOutput();
      }
      wire.expect(226);
      assertThat(server.content("/f")).contains("x");
    }
  }
}
