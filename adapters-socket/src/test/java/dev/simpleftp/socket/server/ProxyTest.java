package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.AddressRange;
import dev.simpleftp.socket.channel.PassiveAddresses;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.wire.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Clients behind a trusted proxy, here 127.0.0.1; everybody else on loopback is a stranger.
class ProxyTest {
  private static final String LINE = "PROXY TCP4 127.0.0.7 127.0.0.8 55555 21\r\n";
  private static final String STRANGER = "127.0.0.9";

  @Test
  void takesTheNamedClientForTheRealOne() throws IOException {
    try (var server = behindProxy(l -> l);
        FtpWire wire = login(server, LINE)) {
      assertThat(wire.send("STAT").expect(211).toString()).contains("127.0.0.7:55555");
      wire.send("PORT 127,0,0,7,200,1").expect(200);
      wire.send("PORT 127,0,0,1,200,1").expect(504);
      assertThat(HostPort.find(wire.send("PASV").expect(227).text()).map(HostPort::host))
          .contains("127.0.0.8");
    }
  }

  @Test
  void readsAHeaderThatComesByteByByte() throws IOException {
    try (var server = behindProxy(l -> l);
        FtpWire wire = server.connect()) {
      for (byte b : LINE.getBytes(StandardCharsets.US_ASCII)) {
        wire.sendRaw(new byte[] {b});
      }
      wire.expect(220);
      wire.send("NOOP").expect(200);
    }
  }

  @Test
  void servesAProxyThatSpeaksForItself() throws IOException {
    byte[] local = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a20000000");
    try (var server = behindProxy(l -> l);
        FtpWire wire = server.connect()) {
      wire.sendRaw(local).expect(220);
    }
  }

  @Test
  void closesAProxyWithoutAHeaderAndEchoesNothing() throws IOException {
    try (var server = behindProxy(l -> l);
        FtpWire wire = server.connect()) {
      wire.send("USER alice");

      assertThat(isGone(wire)).isTrue();
      await().untilAsserted(() -> assertThat(server.heard()).containsExactly("proxy refused"));
    }
  }

  @Test
  void waitsForTheHeaderNoLongerThanForALogin() throws IOException {
    Duration brief = Duration.ofMillis(200);
    Duration large = Duration.ofSeconds(20);
    try (var server = behindProxy(ServerFixture.times(brief, large, large));
        FtpWire wire = server.connect()) {
      wire.sendRaw("PROXY TCP4".getBytes(StandardCharsets.US_ASCII));

      assertThat(isGone(wire)).isTrue();
    }
  }

  @Test
  void doesNotBelieveAStranger() throws IOException {
    try (var server = behindProxy(l -> l);
        FtpWire wire = server.login(STRANGER)) {
      wire.sendRaw(LINE.getBytes(StandardCharsets.US_ASCII)).expect(500);
      wire.send("PORT 127,0,0,7,200,1").expect(504);
      wire.send("PORT 127,0,0,9,200,1").expect(200);
    }
  }

  @Test
  void countsSessionsByTheNamedClient() throws IOException {
    try (var server = behindProxy(ServerFixture.crowd(10, 1, 10));
        FtpWire first = login(server, LINE);
        FtpWire second = server.connect();
        FtpWire other = login(server, LINE.replace("127.0.0.7", "127.0.0.6"))) {
      second.sendRaw(LINE.getBytes(StandardCharsets.US_ASCII)).expect(421);
      first.send("NOOP").expect(200);
      other.send("NOOP").expect(200);
    }
  }

  @Test
  void letsDataInFromTheClientAndFromTheProxyOnly() throws IOException {
    try (var server = behindProxy(l -> l);
        FtpWire wire = login(server, LINE)) {
      server.put("/f", "content");
      for (String source : List.of("127.0.0.7", "127.0.0.1")) {
        var announced = wire.send("EPSV").expect(229);
        int port = HostPort.findExtended(announced.text()).orElseThrow();
        wire.send("RETR f").expect(150);
        try (Socket stranger = connect(STRANGER, port)) {
          assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        try (Socket data = connect(source, port)) {
          assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("content");
        }
        wire.expect(226);
      }
    }
  }

  private static ServerFixture behindProxy(UnaryOperator<Limits> limits) throws IOException {
    var config =
        new FtpServerConfig(
            ServerFixture.ON_LOOPBACK.listen(),
            PassivePorts.any(),
            PassiveAddresses.NONE,
            List.of(AddressRange.parse("127.0.0.1").orElseThrow()),
            limits.apply(Limits.DEFAULTS),
            Offer.DEFAULT,
            Optional.empty());
    return ServerFixture.over(new MemoryTree()::newStore, config);
  }

  private static FtpWire login(ServerFixture server, String header) throws IOException {
    FtpWire wire = server.connect();
    wire.sendRaw(header.getBytes(StandardCharsets.US_ASCII)).expect(220);
    wire.send("USER alice").expect(331);
    wire.send("PASS secret").expect(230);
    return wire;
  }

  private static Socket connect(String source, int port) throws IOException {
    InetAddress server = InetAddress.getLoopbackAddress();
    var socket = new Socket(server, port, InetAddress.ofLiteral(source), 0);
    socket.setSoTimeout(10_000);
    return socket;
  }

  /// Unread octets make it a reset instead of an end.
  private static boolean isGone(FtpWire wire) {
    try {
      return wire.isClosedByServer();
    } catch (IOException _) {
      return wire.control().isConnected();
    }
  }
}
