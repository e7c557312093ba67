package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.e2e.faults.Fault;
import dev.simpleftp.e2e.faults.FaultyRelay;
import dev.simpleftp.e2e.faults.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An upload whose client is killed at any byte: nothing of it has the file's name, and the same
/// command goes on where it was (F34).
class KilledUploadIT {
  private static final int SIZE = TestFiles.MIB + 17;

  @TempDir Path folder;
  @TempDir Path local;
  private final Random random = new Random(7);
  private Path remote;

  @BeforeEach
  void makeBothSides() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
    TestFiles.write(local.resolve("a.bin"), SIZE, 1);
  }

  @ParameterizedTest
  @EnumSource(names = "VSFTPD")
  void f34GoesOnAtServersOfOthers(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (int i = 0; i < Kills.count(); i++) {
        int at = 1 + random.nextInt(SIZE);
        kill(put(server, relay), relay, at);
        assertThat(remote.resolve("a.bin")).doesNotExist();

        var ended = put(server, relay).run();

        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        assertThat(ended.out()).as("after %d bytes", at).contains("resumed at");
        assertArrived();
        Files.delete(remote.resolve("a.bin"));
      }
    }
  }

  /// Our server removes the beginning of an upload that ends without its last word.
  @ParameterizedTest
  @EnumSource(names = "OURS")
  void f34LeavesNothingHalfVisibleAtOurServer(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (int i = 0; i < Kills.count(); i++) {
        kill(put(server, relay), relay, 1 + random.nextInt(SIZE));
        assertThat(remote.resolve("a.bin")).doesNotExist();

        var ended = put(server, relay).run();

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

  /// Kills the client when exactly so many bytes have arrived at the server.
  private void kill(ClientCommand put, FaultyRelay relay, int at) throws Exception {
    relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.STALL, at));
    try (var client = put.start()) {
      assertThat(client.killOnce(() -> TestFiles.size(remote) == at)).isTrue();
    }
    relay.release();
  }

  private ClientCommand put(LiveServer server, FaultyRelay relay) {
    return ClientCommand.console(local, server, "put a.bin")
        .at(relay.port(), server)
        .in(ClientCommand.QUICK_START);
  }
}
