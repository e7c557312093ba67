package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Handshakes that never end (CWE-400, CWE-772): servers waited without a limit for the rest of a
/// TLS handshake, and a few thousand idle connections held all they had. R21, F40.
class HalfOpenHandshakeTest {
  private static final TlsPolicy HASTY = TlsPolicy.OPTIONAL.handshake(Duration.ofMillis(50));

  @Test
  void f40IsTenSecondsByDefault() {
    assertThat(TlsPolicy.OPTIONAL.handshake()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void f40GivesUpBehindAuth() throws IOException {
    try (var server = ServerFixture.overMemory(HASTY);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  @Test
  void f40GivesUpBeforeTheGreeting() throws IOException {
    try (var server = ServerFixture.overMemory(HASTY);
        var wire = new FtpWire(server.server().implicitAddresses().getFirst())) {
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  /// The limit is for the whole, so an octet now and then gains nothing.
  @Test
  void f40GivesUpAHelloThatTrickles() throws IOException {
    try (var server = ServerFixture.overMemory(HASTY);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      wire.sendRaw(new byte[] {22, 3, 1, 64, 0, 1, 0, 63, (byte) 252});
      await().until(() -> isClosedBehindAnotherOctet(wire));
    }
  }

  private static boolean isClosedBehindAnotherOctet(FtpWire wire) {
    try {
      wire.sendRaw(new byte[1]);
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Test
  void f40GivesUpOnADataConnectionAndServesOn() throws IOException {
    var client = new SecureClient("TLSv1.3");
    var policy = TlsPolicy.OPTIONAL.handshake(Duration.ofSeconds(3)); // Whole ones must fit
    try (var server = ServerFixture.overMemory(policy);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      try (SocketChannel _ = SecureClient.openData(wire)) {
        wire.send("RETR f").expect(150);
        wire.expect(522);
      }
      wire.send("NOOP").expect(200);
    }
  }
}
