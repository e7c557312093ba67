package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.e2e.faults.Fault;
import dev.simpleftp.e2e.faults.FaultyRelay;
import dev.simpleftp.e2e.faults.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A download whose client is killed at any byte: the same command goes on where it was (F35).
class KilledDownloadIT {
  private static final int SIZE = 3 * TestFiles.MIB + 17;

  @TempDir Path remote;
  @TempDir Path local;
  @TempDir Path state;

  @Test
  void f35GoesOnAfterEachKill() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), SIZE, 1);
    var random = new Random(35);

    try (var server = Program.serve(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (int i = 0; i < Kills.count(); i++) {
        kill(relay, 1 + random.nextInt(SIZE));
        assertGoesOn(relay);
        Files.delete(local.resolve("a.bin"));
      }
    }
  }

  /// Every call but the last is killed, each some way behind the one before.
  @Test
  void f35GoesOnAfterManyKillsOfOneDownload() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), SIZE, 2);

    try (var server = Program.serve(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (int i = 1; i <= 3; i++) {
        kill(relay, SIZE / 5);
      }
      assertGoesOn(relay);
    }
  }

  /// Kills the client when so many bytes more have come.
  private void kill(FaultyRelay relay, int more) throws Exception {
    Path part = local.resolve("a.bin.part");
    long there = Files.exists(part) ? Files.size(part) : 0;
    relay.arm(new Fault(Flow.DATA_DOWN, Fault.Kind.STALL, more));
    try (var client = get(relay).start()) {
      assertThat(client.killOnce(() -> relay.hasHappened() && TestFiles.size(local) > there))
          .isTrue();
    }
    relay.release();
    assertThat(local.resolve("a.bin")).doesNotExist();
  }

  private void assertGoesOn(FaultyRelay relay) throws Exception {
    long there = Files.size(local.resolve("a.bin.part"));

    var ended = get(relay).run();

    assertThat(ended.exitCode()).as("after %d bytes: %s", there, ended).isZero();
    assertThat(ended.out()).as("after %d bytes", there).contains("resumed at");
    assertThat(TestFiles.sha256(local.resolve("a.bin")))
        .isEqualTo(TestFiles.sha256(remote.resolve("a.bin")));
    assertThat(TestFiles.names(local)).containsExactly("a.bin");
  }

  private ClientCommand get(FaultyRelay relay) {
    return ClientCommand.guest(local, relay.port(), "get a.bin")
        .in(ClientCommand.QUICK_START)
        .keepingIn(state);
  }
}
