package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.e2e.faults.Fault;
import dev.simpleftp.e2e.faults.FaultyRelay;
import dev.simpleftp.e2e.faults.Flow;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our server is killed in the midst of an upload (F31): the name keeps the old file or has the new
/// one, the next start removes what was staged, and the client finishes by itself.
class KilledServerIT {
  private static final byte[] OLD = TestFiles.bytes(100_000, 1);
  private static final int SIZE = 2 * TestFiles.MIB + 17;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeBothSides() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
    TestFiles.write(local.resolve("a.bin"), SIZE, 2);
  }

  @Test
  void f31LeavesTheOldFileAndNothingBeside() throws Exception {
    var random = new Random(31);

    try (var server = ForeignServer.OURS.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (int i = 0; i < Kills.count(); i++) {
        Files.write(remote.resolve("a.bin"), OLD);
        relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.STALL, random.nextInt(SIZE)));

        try (var client = put(server, relay).start()) {
          relay.awaitFault();
          server.kill();
          assertThat(remote.resolve("a.bin")).hasBinaryContent(OLD);

          finishes(client, server, relay);
        }
      }
    }
  }

  /// All bytes are there, and the kill comes somewhere between the last of them and the last reply.
  @Test
  void f31LeavesTheOldFileOrTheNewWhenItWasAboutToBePlaced() throws Exception {
    try (var server = ForeignServer.OURS.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      for (int i = 0; i < Kills.count(); i++) {
        Files.write(remote.resolve("a.bin"), OLD);
        relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.STALL, SIZE));

        try (var client = put(server, relay).start()) {
          relay.awaitFault();
          relay.release();
          server.kill();
          assertThat(TestFiles.sha256(remote.resolve("a.bin")))
              .isIn(TestFiles.sha256(OLD), TestFiles.sha256(local.resolve("a.bin")));

          finishes(client, server, relay);
        }
      }
    }
  }

  @Test
  void f31LeavesTheStagedFileOfALivingServerAndThePartsOfOthers() throws Exception {
    byte[] content = TestFiles.bytes(SIZE, 3);
    Files.write(remote.resolve("theirs.part"), OLD);

    try (var dying = Program.serve(remote);
        var living = Program.serve(remote)) {
      var raw = new RawFtp(living.port());
      try (Socket _ = beginStore(new RawFtp(dying.port()), "dead.bin", content);
          Socket data = beginStore(raw, "living.bin", content)) {
        dying.child().kill();
        try (var _ = Program.serve(remote)) {
          assertThat(TestFiles.parts(remote)).as("theirs and that of the living").isEqualTo(2);
          data.getOutputStream().write(content, SIZE / 2, SIZE - SIZE / 2);
        }
      }
      assertThat(raw.next()).startsWith("226");
    }
    assertThat(remote.resolve("living.bin")).hasBinaryContent(content);
    assertThat(remote.resolve("theirs.part")).hasBinaryContent(OLD);
    assertThat(TestFiles.names(remote)).containsExactlyInAnyOrder("living.bin", "theirs.part");
  }

  private void finishes(ClientProcess client, LiveServer server, FaultyRelay relay)
      throws Exception {
    server.restart();
    assertThat(TestFiles.parts(remote)).as("what was staged").isZero();
    relay.release();

    var ended = client.ended();

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(TestFiles.sha256(remote.resolve("a.bin")))
        .isEqualTo(TestFiles.sha256(local.resolve("a.bin")));
    assertThat(TestFiles.names(remote)).containsExactly("a.bin");
  }

  private ClientCommand put(LiveServer server, FaultyRelay relay) {
    return ClientCommand.console(local, server, "put -f a.bin")
        .at(relay.port(), server)
        .in(ClientCommand.QUICK_START);
  }

  /// Sends half of it, and returns when it is there.
  private Socket beginStore(RawFtp raw, String name, byte[] content) throws Exception {
    long before = TestFiles.size(remote);
    Socket data = raw.beginStore(name);
    data.getOutputStream().write(content, 0, SIZE / 2);
    await().atMost(PATIENCE).until(() -> TestFiles.size(remote) == before + SIZE / 2);
    return data;
  }
}
