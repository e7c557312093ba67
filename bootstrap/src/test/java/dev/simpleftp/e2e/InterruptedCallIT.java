package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C during a call that does one thing.
class InterruptedCallIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path remote;
  @TempDir Path local;
  @TempDir Path home;
  private Program.Served server;
  private OneCall call;

  @BeforeEach
  void serve() throws Exception {
    server =
        Program.serve(remote, "--durability", "none", "--rate-down", "2MiB", "--rate-up", "2MiB");
    call = new OneCall(local, home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void keepsThePartOfAGetAndGoesOnByTheSameCall() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), 10 * TestFiles.MIB, 1);
    Path part = local.resolve("a.bin.part");
    try (var first = call.start("get", server.url("a.bin"))) {
      await()
          .atMost(PATIENCE)
          .until(() -> Files.exists(part) && Files.size(part) > 3 * TestFiles.MIB);

      first.signal("INT");

      assertInterrupted(
          first.ended(),
          "What has arrived of a.bin is kept: the same command again goes on there.",
          "simpleftp: Interrupted.");
    }
    assertThat(local.resolve("a.bin")).doesNotExist();
    assertThat(part).isNotEmptyFile();

    var second = call.run("get", server.url("a.bin"));

    assertThat(second.exitCode()).as(second.toString()).isZero();
    assertThat(second.out()).contains("resumed at");
    assertThat(local.resolve("a.bin")).hasSameBinaryContentAs(remote.resolve("a.bin"));
  }

  @Test
  void doesNotPromiseToGoOnWhereItBeginsAnew() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), 10 * TestFiles.MIB, 1);
    Path part = local.resolve("a.bin.part");
    try (var first = call.start("get", "--no-resume", server.url("a.bin"))) {
      await().atMost(PATIENCE).until(() -> Files.exists(part) && Files.size(part) > TestFiles.MIB);

      first.signal("INT");

      assertInterrupted(
          first.ended(), "What has arrived of a.bin is kept.", "simpleftp: Interrupted.");
    }
  }

  @Test
  void putsNothingInPlaceOfWhatCameFromTheStandardInput() throws Exception {
    Files.writeString(remote.resolve("a.bin"), "old");
    try (var first = call.start("put", "-f", "-", server.url("a.bin"))) {
      await().atMost(PATIENCE).until(() -> server.child().isAlive() && hasBegun());

      first.signal("INT");

      assertInterrupted(first.ended(), "simpleftp: Interrupted.");
    }
    assertThat(remote.resolve("a.bin")).hasContent("old");
  }

  /// The upload begins before anything comes from the standard input, which stays open.
  private boolean hasBegun() throws Exception {
    try (var files = Files.walk(remote)) {
      return files.anyMatch(file -> Files.isRegularFile(file) && !file.endsWith("a.bin"));
    }
  }

  private static void assertInterrupted(Child.Ended ended, String... lines) {
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(130);
    assertThat(ended.err().lines()).as(ended.toString()).containsExactly(lines);
  }
}
