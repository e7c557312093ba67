package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.e2e.faults.Fault;
import dev.simpleftp.e2e.faults.FaultyRelay;
import dev.simpleftp.e2e.faults.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that is killed and comes back in the middle of a transfer: the client finishes by
/// itself (F31).
class RestartedServerIT {
  private static final int SIZE = 4 * TestFiles.MIB + 17;

  @TempDir Path folder;
  @TempDir Path local;

  @ParameterizedTest
  @EnumSource(names = {"OURS", "VSFTPD", "PROFTPD"})
  void f31IsNoEndForADownloadNorAnUpload(ForeignServer kind) throws Exception {
    Path remote = Files.createDirectory(folder.resolve("remote"));
    TestFiles.write(remote.resolve("down.bin"), SIZE, 1);
    TestFiles.write(local.resolve("up.bin"), SIZE, 2);

    try (var server = kind.start(remote);
        var relay = FaultyRelay.to(server.port())) {
      relay.arm(new Fault(Flow.DATA_DOWN, Fault.Kind.STALL, SIZE / 2));
      try (var client = copyBoth(server, relay).start()) {
        restartAtTheFault(server, relay);
        relay.arm(new Fault(Flow.DATA_UP, Fault.Kind.STALL, SIZE / 2));
        restartAtTheFault(server, relay);
        relay.release();

        assertFinishes(client);
      }
    }
    assertEqual(remote.resolve("down.bin"), local.resolve("down.bin"));
    assertEqual(local.resolve("up.bin"), remote.resolve("up.bin"));
    assertThat(TestFiles.names(local)).containsExactlyInAnyOrder("down.bin", "up.bin");
    assertThat(TestFiles.names(remote)).containsExactlyInAnyOrder("down.bin", "up.bin");
  }

  private ClientCommand copyBoth(LiveServer server, FaultyRelay relay) {
    return ClientCommand.console(local, server, "get down.bin; put up.bin")
        .at(relay.port(), server)
        .in(ClientCommand.QUICK_START);
  }

  private static void restartAtTheFault(LiveServer server, FaultyRelay relay) throws Exception {
    relay.awaitFault();
    server.kill();
    server.restart();
  }

  private static void assertFinishes(ClientProcess client) throws Exception {
    var ended = client.ended();

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out().lines().filter(line -> line.matches(".* retr(y|ies).*"))).hasSize(2);
  }

  private static void assertEqual(Path one, Path other) throws Exception {
    assertThat(TestFiles.sha256(one)).isEqualTo(TestFiles.sha256(other));
  }
}
