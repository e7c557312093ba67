package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens when the disk is full, on a real file system of 2 MiB.
class FullDiskIT {
  private static final byte[] OLD = TestFiles.bytes(100_000, 1);

  @TempDir Path folder;
  private Path small;

  @BeforeEach
  void mount() throws Exception {
    small = Files.createDirectory(folder.resolve("small"));
    String[] mount = {"mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small.toString()};
    Tools.require("the right to mount a file system", Tools.run(folder, mount).exitCode() == 0);
    Files.write(small.resolve("f"), OLD);
    TestFiles.write(folder.resolve("f"), 5 * TestFiles.MIB, 2);
  }

  @AfterEach
  void unmount() throws Exception {
    Tools.run(folder, "umount", small.toString());
  }

  @Test
  void f17OnTheServerKeepsTheOldFileAndSaysSo() throws Exception {
    try (var server = Program.serve(small)) {
      var ended = Program.script(folder, "open " + server.port() + "\nput -f f\n");

      assertThat(ended.exitCode()).isEqualTo(5);
      assertThat(ended.err()).contains("No space left");
    }
    assertThat(small.resolve("f")).hasBinaryContent(OLD);
    try (var left = Files.list(small)) {
      assertThat(left).containsExactly(small.resolve("f"));
    }
  }

  @Test
  void onTheClientKeepsTheOldFileAndSaysSo() throws Exception {
    Path served = Files.createDirectory(folder.resolve("served"));
    Files.move(folder.resolve("f"), served.resolve("f"));
    try (var server = Program.serve(served)) {
      var ended = Program.script(small, "open " + server.port() + "\nget -f f\n");

      assertThat(ended.exitCode()).isEqualTo(6);
      assertThat(ended.err()).contains("disk full here").contains("No space left");
    }
    assertThat(small.resolve("f")).hasBinaryContent(OLD);
  }

  @Test
  void onTheClientIsToldAtOnceAndGoneOnFromWhenThereIsRoom() throws Exception {
    Path served = Files.createDirectory(folder.resolve("served"));
    TestFiles.write(served.resolve("g"), 5 * TestFiles.MIB, 3);
    try (var server = Program.serve(served)) {
      var get = ClientCommand.guest(small, server.port(), "get g").keepingIn(folder);

      var full = get.run();
      assertThat(full.exitCode()).as(full.toString()).isEqualTo(6);
      assertThat(full.err().lines()).hasSize(1);
      assertThat(full.err()).contains("disk full here").doesNotContain("Exception");
      assertThat(small.resolve("g")).doesNotExist();

      Tools.run(folder, "mount", "-o", "remount,size=20m", small.toString());
      var again = get.run();
      assertThat(again.exitCode()).as(again.toString()).isZero();
      assertThat(again.out()).contains("resumed at");
    }
    assertThat(small.resolve("g")).hasSameBinaryContentAs(served.resolve("g"));
  }
}
