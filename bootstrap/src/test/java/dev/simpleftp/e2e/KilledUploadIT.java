package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An upload whose client is killed at any byte: nothing of it has the file's name, and the same
/// command goes on where it was.
class KilledUploadIT {
  private static final int KILLS = 10;
  private static final int SIZE = 48 * TestFiles.MIB + 17;
  private static final int REST = 32 * TestFiles.MIB;

  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeBothSides() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
    TestFiles.write(local.resolve("a.bin"), SIZE, 1);
  }

  @ParameterizedTest
  @EnumSource(names = "VSFTPD")
  void goesOnAtServersOfOthers(ForeignServer kind) throws Exception {
    var random = new Random(3);

    try (var server = kind.start(remote)) {
      for (int i = 0; i < KILLS; i++) {
        kill(put(server), TestFiles.MIB + random.nextInt(SIZE - REST));
        assertThat(remote.resolve("a.bin")).doesNotExist();

        var ended = put(server).run();

        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("resumed at");
        assertArrived();
        Files.delete(remote.resolve("a.bin"));
      }
    }
  }

  /// Our server removes the beginning of an upload that ends without its last word.
  @ParameterizedTest
  @EnumSource(names = "OURS")
  void leavesNothingHalfVisibleAtOurServer(ForeignServer kind) throws Exception {
    var random = new Random(7);

    try (var server = kind.start(remote)) {
      for (int i = 0; i < KILLS; i++) {
        kill(put(server), TestFiles.MIB + random.nextInt(SIZE - REST));
        assertThat(remote.resolve("a.bin")).doesNotExist();

        var ended = put(server).run();

        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertArrived();
        Files.delete(remote.resolve("a.bin"));
      }
    }
  }

  private void assertArrived() throws IOException {
    assertThat(TestFiles.sha256(remote.resolve("a.bin")))
        .isEqualTo(TestFiles.sha256(local.resolve("a.bin")));
    assertThat(TestFiles.names(remote)).containsExactly("a.bin");
  }

  private void kill(ClientCommand put, long at) throws Exception {
    try (var client = put.start()) {
      assertThat(client.killOnce(() -> TestFiles.size(remote) >= at)).isTrue();
    }
  }

  private ClientCommand put(LiveServer server) {
    return ClientCommand.console(local, server, "put a.bin").in(ClientCommand.QUICK_START);
  }
}
