package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many that connect and do not log in, and limits that change: R22.
class CrowdTest {
  private final List<FtpWire> crowd = new ArrayList<>();

  @AfterEach
  void disperse() throws IOException {
    for (FtpWire wire : crowd) {
      wire.close();
    }
  }

  @Test
  void letsAGoodLoginInThoughHundredsWait() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.crowd(400, 400, 20))) {
      for (int i = 0; i < 300; i++) {
        crowd.add(server.connect());
        crowd.getLast().expect(220); // Whoever came before has been counted
      }
      try (FtpWire good = server.login()) {
        good.send("NOOP").expect(200);
      }
      crowd.getFirst().expect(421);
      assertThat(crowd.getFirst().isClosedByServer()).isTrue();
      crowd.getLast().send("NOOP").expect(200);
    }
  }

  @Test
  void sendsTheOldestOfTheFullestAddressAway() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.crowd(20, 20, 3))) {
      FtpWire lonely = join(server, "127.0.0.2");
      FtpWire oldest = join(server, "127.0.0.3");
      FtpWire second = join(server, "127.0.0.3");
      FtpWire newcomer = join(server, "127.0.0.4");

      oldest.expect(421);
      for (FtpWire wire : List.of(lonely, second, newcomer)) {
        wire.send("NOOP").expect(200);
      }
    }
  }

  @Test
  void doesNotCountWhoIsLoggedIn() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.crowd(20, 20, 1))) {
      for (int i = 0; i < 5; i++) {
        crowd.add(server.login());
      }
      for (FtpWire wire : crowd) {
        wire.send("NOOP").expect(200);
      }
    }
  }

  @Test
  void countsAgainWhoGivesHisLoginUp() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.crowd(20, 20, 1))) {
      FtpWire first = server.login();
      FtpWire second = server.login();
      crowd.addAll(List.of(first, second));

      first.send("USER alice").expect(331);
      second.send("USER alice").expect(331);

      first.expect(421);
      second.send("PASS secret").expect(230);
    }
  }

  @Test
  void followsNewLimitsAtOnce() throws IOException {
    try (var server = ServerFixture.overMemory()) {
      FtpWire waiting = join(server, "127.0.0.2");
      FtpWire in = server.login();
      crowd.add(in);
      crowd.add(join(server, "127.0.0.3"));

      server.server().limits(ServerFixture.crowd(2, 2, 1).apply(Limits.DEFAULTS));

      waiting.expect(421);
      assertThat(waiting.isClosedByServer()).isTrue();
      crowd.add(server.connect());
      crowd.getLast().expect(421);
      in.send("NOOP").expect(200);
    }
  }

  private FtpWire join(ServerFixture server, String source) throws IOException {
    FtpWire wire = server.connect(InetAddress.ofLiteral(source));
    crowd.add(wire);
    wire.expect(220);
    return wire;
  }
}
