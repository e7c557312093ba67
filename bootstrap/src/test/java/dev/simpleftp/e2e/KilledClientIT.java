package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A client that dies while it sends leaves nothing behind.
class KilledClientIT {
  private static final byte[] OLD = TestFiles.bytes(100_000, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path remote;
  @TempDir Path local;

  @RepeatedTest(20)
  void keepsTheOldFileWhole() throws Exception {
    Files.write(remote.resolve("a.bin"), OLD);

    try (var server = Program.serve(remote, "--durability", "none")) {
      killInMidPut(server.port());

      await().atMost(PATIENCE).until(() -> bytesBeside("a.bin") == 0);
    }
    assertThat(bytesBeside("a.bin")).isZero();
    assertThat(remote.resolve("a.bin")).hasBinaryContent(OLD);
  }

  /// The kernel ends the connections of this client in the ordinary way, as if all had been sent.
  @RepeatedTest(20)
  void keepsTheOldFileWholeWhenCurlIsKilled() throws Exception {
    Tools.requireTool("curl");
    Files.write(remote.resolve("a.bin"), OLD);
    TestFiles.sparse(local.resolve("a.bin"), 40 * TestFiles.GIB);

    try (var server = Program.serve(remote, "--durability", "none")) {
      List<String> put = List.of("curl", "-sS", "-T", "a.bin", server.url("a.bin"));
      killOnceItSends(Child.start(local, put));

      await().atMost(PATIENCE).until(() -> bytesBeside("a.bin") == 0);
    }
    assertThat(remote.resolve("a.bin")).hasBinaryContent(OLD);
  }

  @Test
  void letsTheNextClientReadAndWrite() throws Exception {
    Files.write(remote.resolve("a.bin"), OLD);

    try (var server = Program.serve(remote, "--durability", "none")) {
      killInMidPut(server.port());
      await().atMost(PATIENCE).until(() -> bytesBeside("a.bin") == 0);

      try (var next = new RawFtp(server.port())) {
        assertThat(next.retrieve("a.bin")).isEqualTo(OLD);
        next.store("a.bin", new byte[10]);
      }
    }
    assertThat(remote.resolve("a.bin")).hasSize(10);
  }

  /// Starts a put that takes many seconds and kills the client while the server has part of it.
  private void killInMidPut(int port) throws Exception {
    TestFiles.sparse(local.resolve("a.bin"), 40 * TestFiles.GIB);
    String[] put = {
      "client", "127.0.0.1", String.valueOf(port), "--local", local.toString(), "-c", "put -f a.bin"
    };
    killOnceItSends(Program.start(List.of(), local, put));
  }

  private void killOnceItSends(Child sender) throws Exception {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> bytesBeside("a.bin") > TestFiles.MIB || !sender.isAlive());
    assertThat(sender.isAlive()).as("the client still sends").isTrue();
    sender.kill();
  }

  /// What lies in the served directory beside this file: the beginnings of uploads.
  private long bytesBeside(String name) throws IOException {
    try (var files = Files.walk(remote)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.endsWith(name))
          .mapToLong(KilledClientIT::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException _) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
