package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that is killed and comes back in the middle of a transfer of 1 GiB: the client finishes
/// by itself.
class RestartedServerIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeTheServedDirectory() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
  }

  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD", "PROFTPD"})
  void isNoEndForADownload(ForeignServer kind) throws Exception {
    TestFiles.sparse(remote.resolve("a.bin"), TestFiles.GIB);

    try (var server = kind.start(remote);
        var client = ClientCommand.console(local, server, "get a.bin").start()) {
      restartOnceThereIs(server, client, local);

      assertFinishes(client);
    }
    assertEqual();
  }

  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD", "PROFTPD"})
  void isNoEndForAnUpload(ForeignServer kind) throws Exception {
    TestFiles.sparse(local.resolve("a.bin"), TestFiles.GIB);

    try (var server = kind.start(remote);
        var client = ClientCommand.console(local, server, "put a.bin").start()) {
      restartOnceThereIs(server, client, remote);

      assertFinishes(client);
    }
    assertEqual();
  }

  /// Restarts the server when some of the file has arrived there.
  private static void restartOnceThereIs(LiveServer server, ClientProcess client, Path target)
      throws Exception {
    assertThat(client.once(() -> TestFiles.size(target) > TestFiles.GIB / 8)).isTrue();
    server.kill();
    server.restart();
  }

  private static void assertFinishes(ClientProcess client) throws Exception {
    var ended = client.child().ended(PATIENCE);

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).containsPattern(" retry| retries");
  }

  private void assertEqual() throws Exception {
    assertThat(TestFiles.sha256(remote.resolve("a.bin")))
        .isEqualTo(TestFiles.sha256(local.resolve("a.bin")));
    assertThat(TestFiles.names(local)).containsExactly("a.bin");
    assertThat(TestFiles.names(remote)).containsExactly("a.bin");
  }
}
