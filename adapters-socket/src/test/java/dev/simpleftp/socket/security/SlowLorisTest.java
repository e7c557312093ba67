package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Clients that say as little as they can, as slowly as they can (CWE-400): each octet began the
/// time limit of the server anew, so that one machine held all its sessions. R21.
class SlowLorisTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void closesAConnectionThatDoesNotLogIn() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.times(SHORT, LONG, LONG));
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.expect(421);
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  @Test
  void closesAConnectionThatTricklesItsName() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.times(SHORT, LONG, LONG));
        FtpWire wire = server.connect()) {
      wire.expect(220);
      await().until(() -> isClosedBehind(wire, "x"));
    }
  }

  @Test
  void closesAConnectionThatOnlyChats() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.times(SHORT, LONG, LONG));
        FtpWire wire = server.connect()) {
      wire.expect(220);
      await().until(() -> isClosedBehind(wire, "USER alice\r\n"));
    }
  }

  @Test
  void closesASessionThatTricklesALine() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.times(LONG, SHORT, LONG));
        FtpWire wire = server.login()) {
      await().until(() -> isClosedBehind(wire, "x"));
    }
  }

  private static boolean isClosedBehind(FtpWire wire, String text) {
    try {
      wire.sendRaw(text.getBytes(UTF_8));
      return wire.control().getInputStream().available() > 0 && wire.read().code() == 421;
    } catch (IOException _) {
      return true;
    }
  }
}
