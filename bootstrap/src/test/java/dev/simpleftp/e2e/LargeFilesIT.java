package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files larger than every counter of 32 bits, with a small heap on both sides.
@Tag("large")
class LargeFilesIT {
  private static final long SIZE = 4 * TestFiles.GIB + 4097;
  private static final List<String> SMALL_HEAP = List.of("-Xmx64m");

  @TempDir Path remote;
  @TempDir Path local;

  @Test
  void fourGibibytesComeDownWhole() throws Exception {
    TestFiles.sparse(remote.resolve("big.bin"), SIZE);

    run("GET big.bin");

    assertThat(Files.mismatch(local.resolve("big.bin"), remote.resolve("big.bin"))).isEqualTo(-1);
  }

  @Test
  void fourGibibytesGoUpWhole() throws Exception {
    TestFiles.sparse(local.resolve("big.bin"), SIZE);

    run("PUT big.bin");

    assertThat(Files.mismatch(remote.resolve("big.bin"), local.resolve("big.bin"))).isEqualTo(-1);
  }

  private void run(String command) throws Exception {
    try (var server = Program.serve(SMALL_HEAP, remote, "--durability", "none")) {
      String script = "OPEN %d\n%s\nQUIT\n".formatted(server.port(), command);
      var ended = Program.script(SMALL_HEAP, local, script);

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
    }
  }
}
