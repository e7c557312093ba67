package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A file that is replaced by another of its size and time while half of it is copied: the copy is
/// the new file, never some of both. Some of these servers tell digests and others do not.
class ReplacedFileIT {
  private static final int SIZE = 128 * TestFiles.MIB;
  private static final int HALF = SIZE / 4;
  private static final FileTime TIME = FileTime.from(Instant.parse("2020-01-02T03:04:05Z"));

  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeBothSides() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
    writeRemote(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"VSFTPD", "PYFTPDLIB", "PROFTPD", "OURS"})
  void isFetchedAnewAfterTheClientWasKilled(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote)) {
      var get = ClientCommand.console(local, server, "get a.bin");
      try (var client = get.start()) {
        assertThat(client.killWhenReaching(local.resolve("a.bin.part"), HALF)).isTrue();
      }
      writeRemote(2);

      var ended = get.run();

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(ended.out()).doesNotContain("resumed at");
    }
    assertIsTheNewFile();
  }

  @ParameterizedTest
  @EnumSource(names = {"VSFTPD", "PYFTPDLIB", "PROFTPD", "OURS"})
  void isFetchedAnewAfterTheServerWasKilled(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote);
        var client = ClientCommand.console(local, server, "get a.bin").start()) {
      client.once(() -> TestFiles.size(local) >= HALF);
      server.kill();
      writeRemote(2);
      server.restart();

      var ended = client.ended();

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
    }
    assertIsTheNewFile();
  }

  private void writeRemote(long seed) throws IOException {
    Path file = TestFiles.write(remote.resolve("a.bin"), SIZE, seed);
    Files.setLastModifiedTime(file, TIME);
  }

  private void assertIsTheNewFile() throws IOException {
    assertThat(TestFiles.sha256(local.resolve("a.bin")))
        .isEqualTo(TestFiles.sha256(TestFiles.bytes(SIZE, 2)));
    assertThat(TestFiles.names(local)).containsExactly("a.bin");
  }
}
