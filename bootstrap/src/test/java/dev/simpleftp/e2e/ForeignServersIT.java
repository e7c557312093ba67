package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client by its script interface, against our server and against servers that others wrote.
class ForeignServersIT {
  private static final String COURSE_SESSION = "OPEN %d\nLS\nPUT a.bin\nGET b.bin\nCLOSE\nQUIT\n";

  @TempDir Path remote;
  @TempDir Path local;

  @Test
  void movesBothFilesWithOurServer() throws Exception {
    try (var server = Program.serve(remote)) {
      movesBothFiles(server.port());
    }
  }

  @ParameterizedTest
  @EnumSource(ForeignServer.class)
  void movesBothFilesWithAServerOfOthers(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote)) {
      movesBothFiles(server.port());
    }
  }

  @ParameterizedTest
  @EnumSource(ForeignServer.class)
  void worksOnATreeOfOthers(ForeignServer kind) throws Exception {
    Files.writeString(local.resolve("a.txt"), "content");

    try (var server = kind.start(remote)) {
      String commands =
          "mkdir dir; cd dir; put a.txt; mv a.txt \"b c.txt\"; ls; cdup; mkdir gone; rmdir gone";
      var ended = client(server.port(), commands);

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(ended.out()).contains("b c.txt");
    }
    assertThat(remote.resolve("dir/b c.txt")).hasContent("content");
    assertThat(remote.resolve("gone")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(ForeignServer.class)
  void stopsAtAFileThatIsMissing(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote)) {
      var ended = client(server.port(), "get missing.bin; mkdir never");

      assertThat(ended.exitCode()).isNotZero();
      assertThat(ended.out() + ended.err()).contains("missing.bin");
    }
    assertThat(local).isEmptyDirectory();
    assertThat(remote.resolve("never")).doesNotExist();
  }

  private void movesBothFiles(int port) throws Exception {
    TestFiles.write(local.resolve("a.bin"), 5 * TestFiles.MIB + 3, 1);
    TestFiles.write(remote.resolve("b.bin"), 7 * TestFiles.MIB + 1, 2);

    var ended = Program.script(local, COURSE_SESSION.formatted(port));

    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("b.bin");
    assertThat(remote.resolve("a.bin")).hasSameBinaryContentAs(local.resolve("a.bin"));
    assertThat(local.resolve("b.bin")).hasSameBinaryContentAs(remote.resolve("b.bin"));
    assertThat(local.resolve("b.bin.part")).doesNotExist();
  }

  private Child.Ended client(int port, String commands) throws Exception {
    String number = String.valueOf(port);
    return Program.run(
        local, "client", "127.0.0.1", number, "--local", local.toString(), "-c", commands);
  }
}
