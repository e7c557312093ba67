package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client of the first course paper, as the paper has it, with our packaged server.
class ClassroomIT {
  private static final String ANNOUNCED = "Listening for the classroom on port ";

  @TempDir Path root;
  @TempDir Path local;
  private Program.Served server;

  @BeforeEach
  void serve() throws Exception {
    Tools.requirePythonModule("socket");
    server = Program.serve(root, "--classroom-port", "0");
    server.child().awaitSaying(ANNOUNCED);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsOneNameALine() throws Exception {
    Files.createFile(root.resolve("one.txt"));
    Files.createFile(root.resolve("two words"));

    String answers = client("ls");

    assertThat(answers.lines())
        .startsWith("SUCCESS", "DATA_PORT")
        .containsExactlyInAnyOrder("SUCCESS", "DATA_PORT", "one.txt", "two words");
    server.child().awaitSaying("FILES LISTED");
  }

  @Test
  void listsAnEmptyFolderAsNothing() throws Exception {
    assertThat(client("ls").strip()).isEqualTo("SUCCESS\nDATA_PORT");
  }

  @Test
  void getsAFile() throws Exception {
    TestFiles.write(root.resolve("a.bin"), 300_007, 1);

    assertThat(client("get a.bin")).isEqualTo("SUCCESS\nDATA_PORT");

    assertThat(local.resolve("a.bin")).hasSameBinaryContentAs(root.resolve("a.bin"));
    server.child().awaitSaying("FILE(S) RECEIVED");
  }

  @Test
  void isToldThatAFileIsMissing() throws Exception {
    assertThat(client("get missing")).isEqualTo("FAILURE: File not found");

    assertThat(local.resolve("missing")).doesNotExist();
    server.child().awaitSaying("FILE(S) NOT RECEIVED");
  }

  @Test
  void putsAFileThatFtpGets() throws Exception {
    TestFiles.write(local.resolve("a.bin"), 300_007, 2);

    assertThat(client("put a.bin")).isEqualTo("DATA_PORT\nUPLOAD SUCCESS");

    try (var ftp = new RawFtp(server.port())) {
      assertThat(ftp.retrieve("a.bin")).isEqualTo(TestFiles.bytes(300_007, 2));
    }
  }

  @Test
  void getsAFileThatFtpPut() throws Exception {
    try (var ftp = new RawFtp(server.port())) {
      ftp.store("a.bin", TestFiles.bytes(1000, 3));
    }

    client("get a.bin");

    assertThat(local.resolve("a.bin")).hasBinaryContent(TestFiles.bytes(1000, 3));
  }

  @Test
  void leavesByQuit() throws Exception {
    assertThat(client("get missing", "quit")).isEqualTo("FAILURE: File not found\nCLOSED");
  }

  /// Carries out these commands in one session and returns what the server answered.
  private String client(String... commands) throws Exception {
    String script = Tools.script("classroom_client.py");
    var command = List.of(Tools.PYTHON, script, port());
    var ended = Child.start(local, command).typing(String.join("\n", commands)).ended();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    return ended.out();
  }

  /// The port that the server told.
  private String port() {
    String line =
        server.child().said().stream()
            .filter(said -> said.contains(ANNOUNCED))
            .findFirst()
            .orElseThrow();
    int start = line.indexOf(ANNOUNCED) + ANNOUNCED.length();
    return line.substring(start, line.indexOf(' ', start));
  }
}
