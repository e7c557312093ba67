package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Our client by its script interface, against servers that others wrote and ours.
class ForeignServersIT {
  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeTheServedDirectory() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
  }

  @Test
  void movesBothFilesWithOurServerAsAGuest() throws Exception {
    try (var server = Program.serve(remote)) {
      writeBothFiles();

      var ended =
          Program.script(
              local, "OPEN %d\nLS\nPUT a.bin\nGET b.bin\nCLOSE\nQUIT\n".formatted(server.port()));

      assertBothMoved(ended);
    }
  }

  @ParameterizedTest
  @EnumSource(ForeignServer.class)
  void movesBothFiles(ForeignServer kind) throws Exception {
    writeBothFiles();

    try (var server = kind.start(remote)) {
      var ended =
          ClientCommand.console(local, server, "LS; PUT a.bin; GET b.bin; CLOSE; QUIT").run();

      assertBothMoved(ended);
    }
  }

  @ParameterizedTest
  @EnumSource(ForeignServer.class)
  void worksOnATreeOfOthers(ForeignServer kind) throws Exception {
    Files.writeString(local.resolve("a.txt"), "content");

    try (var server = kind.start(remote)) {
      String commands =
          "mkdir dir; cd dir; pwd; put a.txt; mv a.txt \"b c.txt\"; ls; cdup; mkdir gone; rmdir gone";
      var ended = ClientCommand.console(local, server, commands).run();

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(ended.out()).contains("/dir", "b c.txt");
    }
    assertThat(remote.resolve("dir/b c.txt")).hasContent("content");
    assertThat(remote.resolve("gone")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(ForeignServer.class)
  void stopsAtAFileThatIsMissing(ForeignServer kind) throws Exception {
    try (var server = kind.start(remote)) {
      var ended = ClientCommand.console(local, server, "get missing.bin; mkdir never").run();

      assertThat(ended.exitCode()).isNotZero();
      assertThat(ended.out() + ended.err()).contains("missing.bin");
    }
    assertThat(local).isEmptyDirectory();
    assertThat(remote.resolve("never")).doesNotExist();
  }

  private void writeBothFiles() throws Exception {
    TestFiles.write(local.resolve("a.bin"), 5 * TestFiles.MIB + 3, 1);
    TestFiles.write(remote.resolve("b.bin"), 7 * TestFiles.MIB + 1, 2);
  }

  private void assertBothMoved(Child.Ended ended) {
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.out()).contains("b.bin");
    assertThat(remote.resolve("a.bin")).hasSameBinaryContentAs(local.resolve("a.bin"));
    assertThat(local.resolve("b.bin")).hasSameBinaryContentAs(remote.resolve("b.bin"));
    assertThat(local.resolve("b.bin.part")).doesNotExist();
  }
}
