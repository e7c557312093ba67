package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MODE Z as lftp speaks it, the one client of the field that does.
class CompressionIT {
  @TempDir Path root;
  @TempDir Path local;

  @BeforeEach
  void requireLftp() {
    Tools.requireTool("lftp");
  }

  @Test
  void listsAndMovesFilesBothWaysWithLftp() throws Exception {
    TestFiles.write(root.resolve("noise.bin"), 3 * TestFiles.MIB + 7, 1);
    Files.writeString(root.resolve("text.txt"), "line after line\n".repeat(100_000));
    Files.writeString(root.resolve("empty.txt"), "");

    try (var server = Program.serve(root, "--mode-z")) {
      var ended =
          Tools.run(
              local,
              "lftp",
              "--norc",
              "-d",
              "-e",
              "set cmd:fail-exit yes; set ftp:use-mode-z yes; set net:max-retries 1;"
                  + " open "
                  + server.url("")
                  + "; cls; mget *.bin *.txt; put noise.bin -o up.bin; put empty.txt -o up.txt;"
                  + " bye");

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.err()).contains("200 Mode is deflate.");
      assertThat(ended.out()).contains("noise.bin", "text.txt");
    }
    assertThat(local.resolve("noise.bin")).hasSameBinaryContentAs(root.resolve("noise.bin"));
    assertThat(local.resolve("text.txt")).hasSameBinaryContentAs(root.resolve("text.txt"));
    assertThat(root.resolve("up.bin")).hasSameBinaryContentAs(root.resolve("noise.bin"));
    assertThat(root.resolve("up.txt")).isEmptyFile();
  }

  @Test
  void isRefusedAndNotAnnouncedWithoutTheOption() throws Exception {
    try (var server = Program.serve(root);
        var raw = new RawFtp(server.port())) {
      assertThat(raw.send("MODE Z")).startsWith("504");
    }
  }

  @Test
  void leavesOutTheVerbsItWasToldTo() throws Exception {
    try (var server = Program.serve(root, "--without-verbs", "rmd,DELE");
        var raw = new RawFtp(server.port())) {
      assertThat(raw.send("DELE x")).startsWith("502");
      assertThat(raw.send("RMD x")).startsWith("502");
      assertThat(raw.send("MKD x")).startsWith("257");
    }
  }
}
