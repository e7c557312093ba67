package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.application.store.Rate;
import dev.simpleftp.application.store.ThrottledFileStore;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What the server does not let grow or last: R19, R21, R22.
class BoundsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void answersEveryLineHoweverItsBytesAreSplit() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      for (byte b : bytes("NOOP\r\nPWD\nFOO\r\nNOOP\r\n")) {
        wire.sendRaw(new byte[] {b});
      }
      wire.expect(200);
      wire.expect(257);
      wire.expect(500);
      wire.expect(200);
    }
  }

  @Test
  void throwsAwayALineWithoutEnd() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      byte[] block = bytes("x".repeat(64 * 1024));
      for (int i = 0; i < 64; i++) {
        wire.sendRaw(block);
      }
      wire.send("").expect(500);
      wire.send("NOOP").expect(200);
    }
  }

  @Test
  void takesALineOfTheGreatestLength() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      wire.send("CWD " + "a/".repeat(2046)).expect(550);
      wire.send("CWD " + "a/".repeat(2046) + "a").expect(500);
    }
  }

  @Test
  void keepsATransferThatIsSlowBecauseItsRateIsLimited() throws IOException {
    UnaryOperator<Limits> fast =
        l -> {
          Limits t = ServerFixture.times(LONG, LONG, Duration.ofMillis(500)).apply(l);
          return new Limits(9, 9, 9, 3, 4096, t.login(), t.idle(), LONG, t.stall(), 1_000_000_000);
        };
    var tree = new MemoryTree();
    var rate = List.of(new Rate(Rate.LEAST));
    String content = "x".repeat(1500);
    try (var server =
            ServerFixture.over(
                () -> new ThrottledFileStore(tree.newStore(), rate, List.of()), fast);
        FtpWire wire = server.login()) {
      server.put("/slow", content);
      try (Socket data = wire.openData()) {
        wire.send("RETR slow").expect(150);

        assertThat(data.getInputStream().readAllBytes()).isEqualTo(bytes(content));
        wire.expect(226);
      }
    }
  }

  @Test
  void closesAnIdleSession() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.times(LONG, SHORT, LONG));
        FtpWire wire = server.login()) {
      wire.expect(421);
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  @Test
  void givesASecondLoginItsWholeTime() throws IOException {
    Duration second = Duration.ofSeconds(1);
    try (var server = ServerFixture.overMemory(ServerFixture.times(second, LONG, LONG));
        FtpWire wire = server.login()) {
      long begin = System.nanoTime();
      await().until(() -> System.nanoTime() - begin > second.toNanos());

      wire.send("USER alice").expect(331);
      wire.send("PASS secret").expect(230);
    }
  }

  @Test
  void showsNoPasswordToWhoeverWatches() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      wire.send(" PASS hunter2").expect(500);
      wire.send("pass\thunter2").expect(500);
      wire.send("XPASS hunter2").expect(500);
      wire.send("PA\0SS hunter2").expect(501);
      wire.send("ACCT hunter2").expect(202);
      wire.send("USER alice").expect(331);
      wire.send("PASS hunter2").expect(530);

      assertThat(server.heard())
          .contains("PASS ***", "ACCT ***")
          .noneMatch(line -> line.contains("hunter2"));
    }
  }

  @Test
  void turnsAwayTheSessionBeyondTheLimit() throws IOException {
    try (var server = ServerFixture.overMemory(ServerFixture.crowd(2, 2, 2));
        FtpWire _ = server.login();
        FtpWire _ = server.login();
        FtpWire third = server.connect()) {
      third.expect(421);
      assertThat(third.isClosedByServer()).isTrue();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
