package dev.simpleftp.socket.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.tls.Handshaking;
import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import dev.simpleftp.socket.tls.TlsPolicy.Demand;
import dev.simpleftp.socket.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 4217 as a client sees it, with TLS spoken by hand.
class TlsTest {
  private static final FtpServerConfig IN_CLEAR =
      FtpServerConfig.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private static final List<String> TRANSFERS =
      List.of("LIST", "NLST", "MLSD", "RETR f", "STOR f", "STOU", "APPE f");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SSLContext client = TestCertificates.context();

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void movesFilesUnderTls(String version) throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = login(server, version)) {
      assertThat(wire.tls().session().getProtocol()).isEqualTo(version);
      protect(wire);

      store(wire, version, "f", "content");
      assertThat(server.content("/f")).contains("content");
      assertThat(retrieve(wire, version, "f")).isEqualTo("content");
      assertThat(retrieve(wire, version, "f")).isEqualTo("content");
    }
  }

  @Test
  void movesFilesInClearAfterProtC() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = login(server, "TLSv1.3")) {
      server.put("/f", "content");
      protect(wire);
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
    try (var server = over(TlsPolicy.OPTIONAL)) {
      server.put("/f", "content");
      try (var wire = new FtpWire(server.server().implicitAddresses().getFirst())) {
        wire.secure(engine("TLSv1.3"));
        wire.expect(220);
        wire.send("USER alice").expect(331);
        wire.send("PASS secret").expect(230);

        assertThat(retrieve(wire, "TLSv1.3", "f")).isEqualTo("content");
      }
    }
  }

  @Test
  void letsNobodyInInClearWhereTlsIsRequired() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL.demand(Demand.REQUIRED));
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.send("USER alice").expect(530);
      wire.send("PASS secret").expect(530);
      wire.send("FEAT").expect(211);
      wire.send("AUTH TLS").expect(234);
      wire.secure(engine("TLSv1.3"));
      wire.send("USER alice").expect(331);
      wire.send("PASS secret").expect(230);

      for (String transfer : TRANSFERS) {
        wire.send(transfer).expect(521);
      }
      protect(wire);
      wire.send("PROT C").expect(534);
    }
  }

  @Test
  void forgetsWhatWasSaidInClear() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = server.login()) {
      wire.send("REST 5").expect(350);
      wire.send("AUTH TLS").expect(234);
      wire.secure(engine("TLSv1.3"));

      wire.send("PWD").expect(530);
      wire.send("PASS secret").expect(503);
      wire.send("PROT P").expect(503);
    }
  }

  @Test
  void keepsTheControlConnectionProtected() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = login(server, "TLSv1.3")) {
      wire.send("CCC").expect(534);
      wire.send("AUTH TLS").expect(503);
      wire.send("NOOP").expect(200);
    }
  }

  /// CVE-2011-0411 and its kin: what came in clear must not be carried out under TLS.
  @Test
  void runsNothingThatCameInClearBehindAuth() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.sendRaw("AUTH TLS\r\nUSER alice\r\n".getBytes(UTF_8));
      wire.expect(234);

      assertThat(wire.isClosedByServer()).isTrue();
      assertThat(server.heard()).doesNotContain("USER alice");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void keepsTheOldFileWhenTheEndOfDataWasCutOff(String version) throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = login(server, version)) {
      server.put("/f", "old");
      protect(wire);
      try (SocketChannel data = connect(wire)) {
        wire.send("STOR f").expect(150);
        TlsChannel tls = secure(data, version, wire);
        tls.write(ByteBuffer.wrap("ne".getBytes(UTF_8)));
      }
      wire.expect(426);
      assertThat(server.content("/f")).contains("old");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void takesOnlyItsOwnSessionWhereThatIsRequired(String version) throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL.dataSession(DataSession.REQUIRE));
        FtpWire wire = login(server, version)) {
      server.put("/f", "content");
      protect(wire);
      assertThat(retrieve(wire, version, "f")).isEqualTo("content");

      refuse(wire, TestCertificates.context(), version);
      SSLContext other = TestCertificates.context();
      try (FtpWire neighbour = login(server, other, version)) {
        neighbour.send("NOOP").expect(200);
        refuse(wire, other, version);
      }
      assertThat(retrieve(wire, version, "f")).isEqualTo("content");
    }
  }

  private static void refuse(FtpWire wire, SSLContext stranger, String version) throws IOException {
    try (SocketChannel data = connect(wire)) {
      wire.send("RETR f").expect(150);
      assertThatThrownBy(
              () -> {
                TlsChannel tls =
                    new TlsChannel(data, engine(stranger, version, wire), Handshaking.USUAL);
                tls.handshake(PATIENCE);
                read(tls);
              })
          .isInstanceOfAny(SSLException.class, EOFException.class, SocketException.class);
      wire.expect(522);
    }
  }

  /// A client that never reads what the server sends it on an upload: with tickets under way its
  /// system would answer them with a reset and throw away the end of the file.
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void takesWholeFilesFromClientsThatOnlyWrite(String version) throws IOException {
    String content = "0123456789abcdef".repeat(64 * 1024);
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = login(server, version)) {
      protect(wire);
      for (int i = 0; i < 30; i++) {
        try (SocketChannel data = connect(wire)) {
          wire.send("STOR f").expect(150);
          TlsChannel tls = secure(data, version, wire);
          tls.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
          tls.endOutput();
        }
        wire.expect(226);
        assertThat(server.content("/f")).contains(content);
      }
    }
  }

  @Test
  void namesTheFeatures() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
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
  void answersDuringATransferUnderTls() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL);
        FtpWire wire = login(server, "TLSv1.3")) {
      protect(wire);
      try (SocketChannel data = connect(wire)) {
        wire.send("STOR f").expect(150);
        TlsChannel tls = secure(data, "TLSv1.3", wire);
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

  @Test
  void givesUpAHandshakeThatDoesNotEnd() throws IOException {
    try (var server = over(TlsPolicy.OPTIONAL.handshake(Duration.ofMillis(50)));
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.send("AUTH TLS").expect(234);

      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  private static ServerFixture over(TlsPolicy policy) throws IOException {
    return ServerFixture.over(new MemoryTree()::newStore, ServerFixture.withTls(policy));
  }

  private FtpWire login(ServerFixture server, String version) throws IOException {
    return login(server, client, version);
  }

  private static FtpWire login(ServerFixture server, SSLContext context, String version)
      throws IOException {
    FtpWire wire = server.connect();
    wire.expect(220);
    wire.send("AUTH TLS").expect(234);
    wire.secure(engine(context, version, wire));
    wire.send("USER alice").expect(331);
    wire.send("PASS secret").expect(230);
    return wire;
  }

  private static void protect(FtpWire wire) throws IOException {
    wire.send("PBSZ 0").expect(200);
    wire.send("PROT P").expect(200);
  }

  private String retrieve(FtpWire wire, String version, String name) throws IOException {
    try (SocketChannel data = connect(wire)) {
      wire.send("RETR " + name).expect(150);
      String content = read(secure(data, version, wire));
      wire.expect(226);
      return content;
    }
  }

  private void store(FtpWire wire, String version, String name, String content) throws IOException {
    try (SocketChannel data = connect(wire)) {
      wire.send("STOR " + name).expect(150);
      TlsChannel tls = secure(data, version, wire);
      tls.write(ByteBuffer.wrap(content.getBytes(UTF_8)));
      tls.endOutput();
      wire.expect(226);
    }
  }

  private static SocketChannel connect(FtpWire wire) throws IOException {
    int port = FtpWire.portOf(wire.send("EPSV").expect(229));
    return SocketChannel.open(new InetSocketAddress(wire.control().getInetAddress(), port));
  }

  private TlsChannel secure(SocketChannel data, String version, FtpWire wire) throws IOException {
    TlsChannel tls = new TlsChannel(data, engine(client, version, wire), Handshaking.USUAL);
    tls.handshake(PATIENCE);
    return tls;
  }

  private static String read(TlsChannel tls) throws IOException {
    var content = new ByteArrayOutputStream();
    Channels.newInputStream(tls).transferTo(content);
    return content.toString(UTF_8);
  }

  private SSLEngine engine(String version) {
    return engine(client, version, "localhost", 0);
  }

  private static SSLEngine engine(SSLContext context, String version, FtpWire wire) {
    return engine(context, version, "localhost", wire.control().getPort());
  }

  private static SSLEngine engine(SSLContext context, String version, String host, int port) {
    SSLEngine engine = context.createSSLEngine(host, port);
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
    return engine;
  }
}
