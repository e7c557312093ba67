package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our packaged console with the server of the first course paper, as the paper has it.
class ClassroomConsoleIT {
  private static final String ANNOUNCED = "listening on port ";
  private static final int CONNECTION = 3;
  private static final int REFUSED = 5;

  @TempDir Path remote;
  @TempDir Path local;
  private Child server;

  @BeforeEach
  void serve() throws Exception {
    Tools.requirePythonModule("socket");
    String script = Tools.script("classroom_server.py");
    server = Child.start(remote, List.of(Tools.PYTHON, "-u", script));
    server.awaitSaying(ANNOUNCED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsWhatIsThere() throws Exception {
    Files.createFile(remote.resolve("one.txt"));
    Files.createFile(remote.resolve("two words"));

    String out = done("ls");

    assertThat(out.lines().skip(1)).containsExactlyInAnyOrder("one.txt", "two words");
    server.awaitSaying("FILES LISTED");
  }

  @Test
  void listsAnEmptyFolderAsNothing() throws Exception {
    assertThat(done("ls")).hasLineCount(1);
  }

  @Test
  void getsAFile() throws Exception {
    TestFiles.write(remote.resolve("two words"), 300_007, 1);

    String out = done("get 'two words'");

    assertThat(out).contains("293.0 KiB received", "not verified: the size is unknown");
    assertThat(local.resolve("two words")).hasSameBinaryContentAs(remote.resolve("two words"));
    server.awaitSaying("FILE(S) RECEIVED");
  }

  @Test
  void putsAFile() throws Exception {
    TestFiles.write(local.resolve("two words"), 300_007, 2);

    String out = done("put 'two words'");

    assertThat(out).contains("293.0 KiB stored", "not verified: the size is unknown");
    assertThat(remote.resolve("two words")).hasSameBinaryContentAs(local.resolve("two words"));
    assertThat(server.said()).contains("put two words");
  }

  @Test
  void putsOverAFileOnlyWhenTold() throws Exception {
    Files.writeString(remote.resolve("a"), "old");
    Files.writeString(local.resolve("a"), "new");

    Child.Ended ended = client("put a");
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(REFUSED);
    assertThat(remote.resolve("a")).hasContent("old");
    done("put -f a");

    assertThat(remote.resolve("a")).hasContent("new");
  }

  @Test
  void tellsThatAFileIsMissing() throws Exception {
    Child.Ended ended = client("get missing");

    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(REFUSED);
    assertThat(ended.err()).hasLineCount(1).contains("get missing: File not found");
    assertThat(local).isEmptyDirectory();
    server.awaitSaying("FILE(S) NOT RECEIVED");
  }

  @Test
  void carriesOutAllOnOneConnectionAndTakesLeave() throws Exception {
    TestFiles.write(local.resolve("a.bin"), 3000, 3);

    done("put a.bin; ls; get a.bin b.bin; close");

    server.awaitSaying("quit");
    assertThat(server.said())
        .containsSubsequence("put a.bin", "ls", "get a.bin", "FILE(S) RECEIVED", "quit")
        .doesNotContain("left without a word")
        .containsOnlyOnce("quit");
    assertThat(local.resolve("b.bin")).hasSameBinaryContentAs(local.resolve("a.bin"));
  }

  @Test
  void comesBackAfterItHasLeft() throws Exception {
    Files.createFile(remote.resolve("a"));

    String out = done("close; open " + url() + "; ls");

    assertThat(out.lines()).endsWith("a");
    assertThat(server.said("quit")).isEqualTo(2);
  }

  @Test
  void tellsThatAnFtpServerDoesNotSpeakTheDialect() throws Exception {
    try (var ftp = Program.serve(remote)) {
      String commands = "open classroom://127.0.0.1:" + ftp.port() + "; ls";

      Child.Ended ended = Program.run(local, "client", "-c", commands);

      assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(CONNECTION);
      assertThat(ended.err())
          .hasLineCount(1)
          .contains("does not speak the classroom dialect", "ftp://127.0.0.1:" + ftp.port());
    }
  }

  private String done(String commands) throws Exception {
    Child.Ended ended = client(commands);
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(ended.err()).isEmpty();
    return ended.out();
  }

  private Child.Ended client(String commands) throws Exception {
    String there = "open " + url() + "; " + commands;
    return Program.run(local, "client", "--local", local.toString(), "-c", there);
  }

  private String url() {
    return "classroom://127.0.0.1:" + server.said().getFirst().substring(ANNOUNCED.length());
  }
}
