package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client may do while a digest is computed, and who gets none (R18).
class DigestTest {

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private ServerFixture endless() throws IOException {
    return ServerFixture.over(() -> new EndlessFileStore(opened, closed), UnaryOperator.identity());
  }

  @Test
  void stopsAtAborAndKeepsTheOrderOfReplies() throws IOException {
    try (ServerFixture server = endless();
        FtpWire wire = server.login()) {
      wire.send("HASH file");
      awaitDigests(1);

      // There is no 150, so an early answer to NOOP would be taken for that to HASH.
      wire.send("NOOP");
      wire.send("ABOR").expect(426);

      wire.expect(200);
      wire.expect(226);
      wire.send("PWD").expect(257);
    }
  }

  @Test
  void keepsTheOrderOfCommandsSentTogether() throws IOException {
    try (ServerFixture server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      server.put("/a", "a");

      wire.sendRaw("XMD5 a\r\nNOOP\r\nHASH a\r\nXCRC b\r\n".getBytes(StandardCharsets.US_ASCII));

      wire.expect(250);
      wire.expect(200);
      wire.expect(213);
      wire.expect(550);
    }
  }

  @Test
  void leavesRoomForOthersWhileMoreDigestsRunThanThereAreProcessors() throws IOException {
    int busy = Runtime.getRuntime().availableProcessors() + 2;
    try (ServerFixture server = endless()) {
      List<FtpWire> wires = new ArrayList<>();
      for (int i = 0; i < busy; i++) {
        wires.add(server.login().send("XSHA512 file"));
      }

      awaitDigests(busy);
      server.login().send("NOOP").expect(200);
      for (FtpWire wire : wires) {
        wire.send("ABOR").expect(426);
        wire.expect(226);
        wire.close();
      }
    }
  }

  @Test
  void stopsWhenTheClientLeaves() throws IOException {
    try (ServerFixture server = endless()) {
      FtpWire wire = server.login();
      wire.send("HASH file");
      awaitDigests(1);

      wire.close();

      Awaitility.await().untilAsserted(() -> assertThat(closed).hasValue(1));
    }
  }

  /// What is sent before the digest begins would wait for its end.
  private void awaitDigests(int count) {
    Awaitility.await().untilAsserted(() -> assertThat(opened).hasValue(count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HASH", "MD5", "XCRC", "XMD5", "XSHA", "XSHA1", "XSHA256", "XSHA512"})
  void tellsNoDigestToSomebodyWhoMayNotRead(String verb) throws IOException {
    var tree = new MemoryTree();
    var rights = Grants.everywhere(EnumSet.complementOf(EnumSet.of(Permission.READ)));
    try (ServerFixture server =
            ServerFixture.over(
                () -> new GuardedFileStore(tree.newStore(), rights), UnaryOperator.identity());
        FtpWire wire = server.login()) {
      server.put("/secret", "secret");

      wire.send("SIZE secret").expect(213);
      assertThat(wire.send(verb + " secret").expect(550).text()).isEqualTo("Permission denied.");
    }
  }
}
