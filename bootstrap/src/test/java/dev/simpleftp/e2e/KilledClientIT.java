package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that dies while it sends leaves nothing behind (F34).
class KilledClientIT {
  private static final byte[] OLD = TestFiles.bytes(100_000, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path remote;
  @TempDir Path local;

  @Test
  void f34KeepsTheOldFileWhole() throws Exception {
    keepsTheOldFileWholeWhenKilled(port -> {
      String address = "127.0.0.1";
      String[] put = {
        "client", address, "" + port, "--local", local.toString(), "-c", "put -f a.bin"
      };
      return Program.start(List.of(ClientCommand.QUICK_START), local, put);
    });
  }

  /// The kernel ends the connections of this client in the ordinary way, as if all had been sent.
  @Test
  void f34KeepsTheOldFileWholeWhenCurlIsKilled() throws Exception {
    Tools.requireTool("curl");

    keepsTheOldFileWholeWhenKilled(port -> {
      String url = "ftp://127.0.0.1:" + port + "/a.bin";
      return Child.start(local, List.of("curl", "-sS", "-T", "a.bin", url));
    });
  }

  private void keepsTheOldFileWholeWhenKilled(Sender sender) throws Exception {
    Files.write(remote.resolve("a.bin"), OLD);
    TestFiles.sparse(local.resolve("a.bin"), 40 * TestFiles.GIB);
    var random = new Random(34);

    try (var server = Program.serve(remote, "--durability", "none")) {
      for (int i = 0; i < Kills.count(); i++) {
        killOnceItSent(1 + random.nextInt(32 * TestFiles.MIB), sender.start(server.port()));

        await().atMost(PATIENCE).until(() -> TestFiles.parts(remote) == 0);
        assertThat(remote.resolve("a.bin")).hasBinaryContent(OLD);
      }
      letsTheNextReadAndWrite(server.port());
    }
  }

  private void letsTheNextReadAndWrite(int port) throws IOException {
    try (var next = new RawFtp(port)) {
      assertThat(next.retrieve("a.bin")).isEqualTo(OLD);
      next.store("a.bin", new byte[10]);
    }
    assertThat(remote.resolve("a.bin")).hasSize(10);
    assertThat(TestFiles.parts(remote)).isZero();
  }

  /// Kills a client once the server has more of its upload than this.
  private void killOnceItSent(int bytes, Child sender) throws Exception {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> TestFiles.size(remote) > OLD.length + bytes || !sender.isAlive());
    assertThat(sender.isAlive()).as("the client still sends: %s", sender.allSaid()).isTrue();
    sender.kill();
  }

  /// Begins an upload of `a.bin` that takes many seconds.
  private interface Sender {
    Child start(int port) throws IOException;
  }
}
