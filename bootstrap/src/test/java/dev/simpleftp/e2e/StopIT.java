package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The end of a server, as its operator asks for it (F36).
class StopIT {
  private static final byte[] OLD = TestFiles.bytes(100_000, 1);
  private static final byte[] NEW = TestFiles.bytes(3 * TestFiles.MIB, 2);
  private static final Duration QUICK = Duration.ofSeconds(5);

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void f36EndsAtOnceWhenNothingMoves(String signal) throws Exception {
    try (var server = Program.serve(root, "--grace", "1h")) {
      var idle = new RawFtp(server.port());
      server.child().signal(signal);

      assertThat(idle.next()).startsWith("421");
      assertEnded(server);
    }
  }

  @Test
  void f36LetsATransferFinish() throws Exception {
    Files.write(root.resolve("a.bin"), OLD);

    try (var server = Program.serve(root, "--grace", "1h")) {
      var raw = new RawFtp(server.port());
      try (Socket data = raw.beginStore("a.bin")) {
        data.getOutputStream().write(NEW, 0, TestFiles.MIB);
        server.child().signal("TERM");
        awaitRefusal(server.port());
        data.getOutputStream().write(NEW, TestFiles.MIB, NEW.length - TestFiles.MIB);
      }
      assertThat(raw.next()).startsWith("226");
      assertThat(raw.next()).startsWith("421");
      assertEnded(server);
    }
    assertThat(root.resolve("a.bin")).hasBinaryContent(NEW);
  }

  @Test
  void f36CutsATransferAfterTheGrace() throws Exception {
    Files.write(root.resolve("a.bin"), OLD);

    try (var server = Program.serve(root, "--grace", "500ms")) {
      var raw = new RawFtp(server.port());
      try (Socket data = raw.beginStore("a.bin")) {
        data.getOutputStream().write(NEW);
        server.child().signal("TERM");

        assertThat(raw.next()).startsWith("426");
        assertThat(raw.next()).startsWith("421");
        assertEnded(server);
      }
    }
    assertOldAlone();
  }

  @Test
  void f36CutsATransferAtTheSecondSignal() throws Exception {
    Files.write(root.resolve("a.bin"), OLD);

    try (var server = Program.serve(root, "--grace", "1h")) {
      var raw = new RawFtp(server.port());
      try (Socket data = raw.beginStore("a.bin")) {
        data.getOutputStream().write(NEW);
        server.child().signal("TERM");
        awaitRefusal(server.port());
        assertThat(server.child().isAlive()).isTrue();
        server.child().signal("TERM");

        assertEnded(server);
      }
    }
    assertOldAlone();
  }

  private static void awaitRefusal(int port) {
    await()
        .atMost(QUICK)
        .untilAsserted(() -> assertThatThrownBy(() -> new RawFtp(port)).isNotNull());
  }

  private static void assertEnded(Program.Served server) throws Exception {
    await().atMost(QUICK).until(() -> !server.child().isAlive());
    var ended = server.child().ended();
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("Stopping");
    assertThat(ended.err()).isEmpty();
  }

  private void assertOldAlone() throws Exception {
    assertThat(root.resolve("a.bin")).hasBinaryContent(OLD);
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(root.resolve("a.bin"));
    }
  }
}
