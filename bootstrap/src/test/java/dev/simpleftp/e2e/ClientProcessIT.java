package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our client killed at a chosen moment, for the tests that kill it often.
class ClientProcessIT {
  @TempDir Path folder;
  @TempDir Path local;
  private LiveServer server;

  @BeforeEach
  void serve() throws Exception {
    server = ForeignServer.OURS.start(Files.createDirectory(folder.resolve("remote")));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void isKilledWhenAFileHasGrown() throws Exception {
    TestFiles.sparse(server.root().resolve("huge.bin"), 40 * TestFiles.GIB);
    Path part = local.resolve("huge.bin.part");

    try (var client = ClientCommand.console(local, server, "get huge.bin").start()) {
      assertThat(client.killWhenReaching(part, 3 * TestFiles.MIB)).isTrue();
    }

    assertThat(Files.size(part)).isBetween(3L * TestFiles.MIB, 40 * TestFiles.GIB - 1);
    assertThat(local.resolve("huge.bin")).doesNotExist();
  }

  @Test
  void isKilledAfterALine() throws Exception {
    TestFiles.sparse(server.root().resolve("huge.bin"), 40 * TestFiles.GIB);

    try (var client = ClientCommand.console(local, server, "pwd; get huge.bin").start()) {
      assertThat(client.killAfterLines(1)).isTrue();
    }

    assertThat(local.resolve("huge.bin")).doesNotExist();
  }

  @Test
  void tellsThatTheClientEndedBefore() throws Exception {
    try (var client = ClientCommand.console(local, server, "pwd").start()) {
      assertThat(client.killWhenReaching(local.resolve("none"), 1)).isFalse();
      assertThat(client.ended().exitCode()).isZero();
    }
  }

  @Test
  void canBeCalledAgain() throws Exception {
    TestFiles.write(server.root().resolve("a.bin"), 1000, 1);
    var command = ClientCommand.console(local, server, "get -f a.bin");
    try (var first = command.start()) {
      first.killOnce(() -> true);
    }

    assertThat(command.run().exitCode()).isZero();
    assertThat(local.resolve("a.bin")).hasSameBinaryContentAs(server.root().resolve("a.bin"));
  }
}
