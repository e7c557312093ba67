package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A download whose client is killed at any byte: the same command goes on where it was.
class KilledDownloadIT {
  private static final int LANES = 5;
  private static final int KILLS_PER_LANE = 10;
  private static final int SIZE = 3 * TestFiles.MIB + 17;

  /// So much is left at least, that the kill comes before the end.
  private static final int REST = TestFiles.MIB / 2;

  @TempDir Path remote;
  @TempDir Path folder;

  @Test
  void goesOnAfterEachOf50Kills() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), SIZE, 1);

    try (var server = Program.serve(remote, "--rate-down", "1536KiB")) {
      Lanes.run(
          LANES,
          lane -> {
            var random = new Random(lane);
            Path local = Files.createDirectory(folder.resolve("lane-" + lane));
            for (int i = 0; i < KILLS_PER_LANE; i++) {
              killOnceAndGoOn(server.port(), local, 1 + random.nextInt(SIZE - REST));
            }
          });
    }
  }

  /// Every call but the last is killed, each some way behind the one before.
  @Test
  void goesOnAfterManyKillsOfOneDownload() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), SIZE, 2);
    Path local = Files.createDirectory(folder.resolve("local"));

    try (var server = Program.serve(remote, "--rate-down", "1536KiB")) {
      for (int i = 1; i <= 5; i++) {
        kill(get(server.port(), local), local, i * (SIZE - REST) / 5);
      }
      assertGoesOn(server.port(), local);
    }
  }

  private void killOnceAndGoOn(int port, Path local, int at) throws Exception {
    kill(get(port, local), local, at);
    assertGoesOn(port, local);
    Files.delete(local.resolve("a.bin"));
  }

  private static void kill(ClientCommand get, Path local, long at) throws Exception {
    try (var client = get.start()) {
      assertThat(client.killWhenReaching(local.resolve("a.bin.part"), at)).isTrue();
    }
    assertThat(local.resolve("a.bin")).doesNotExist();
  }

  private void assertGoesOn(int port, Path local) throws Exception {
    long there = Files.size(local.resolve("a.bin.part"));

    var ended = get(port, local).run();

    assertThat(ended.exitCode()).as("after %d bytes: %s", there, ended).isZero();
    assertThat(ended.out()).as("after %d bytes", there).contains("resumed at");
    assertThat(TestFiles.sha256(local.resolve("a.bin")))
        .isEqualTo(TestFiles.sha256(remote.resolve("a.bin")));
    assertThat(TestFiles.names(local)).containsExactly("a.bin");
  }

  private ClientCommand get(int port, Path local) {
    return ClientCommand.guest(local, port, "get a.bin")
        .in(ClientCommand.QUICK_START)
        .keepingIn(folder.resolve("state-of-" + local.getFileName()));
  }
}
