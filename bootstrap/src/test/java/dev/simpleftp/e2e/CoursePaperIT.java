package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.e2e.Child.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scenarios that the first course paper tests its simple FTP with, by their names, on the
/// packaged program. The large file, the many files and the restart are in `LargeFilesIT` and
/// `ManyClientsIT`.
class CoursePaperIT {
  /// Exit codes of the console: who said no.
  private static final int THERE = 5;

  private static final int HERE = 6;

  @TempDir Path remote;
  @TempDir Path local;
  private Program.Served server;

  @BeforeEach
  void startServer() throws Exception {
    server = Program.serve(remote);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void getOfAValidFile() throws Exception {
    TestFiles.write(remote.resolve("f1.txt"), 100_000, 1);

    assertDone(client("get f1.txt"));
    assertThat(local.resolve("f1.txt")).hasSameBinaryContentAs(remote.resolve("f1.txt"));
  }

  @Test
  void putOfAValidFile() throws Exception {
    TestFiles.write(local.resolve("f1.txt"), 100_000, 2);

    assertDone(client("put f1.txt"));
    assertThat(remote.resolve("f1.txt")).hasSameBinaryContentAs(local.resolve("f1.txt"));
  }

  @Test
  void getOfAMissingFile() throws Exception {
    assertRefused(client("get missing.txt"), THERE, "No such file");
    assertThat(local).isEmptyDirectory();
  }

  @Test
  void putOfAMissingFileSendsNothing() throws Exception {
    assertRefused(client("put missing.txt"), HERE, "Nothing was sent");
    assertThat(remote.resolve("missing.txt")).doesNotExist();
  }

  @Test
  void getOverAnExistingFile() throws Exception {
    TestFiles.write(remote.resolve("f"), 50_000, 3);
    TestFiles.write(local.resolve("f"), 80_000, 4);

    assertRefused(client("get f"), HERE, "-f replaces it");
    assertDone(client("get -f f"));
    assertThat(local.resolve("f")).hasSameBinaryContentAs(remote.resolve("f"));
  }

  @Test
  void putOverAnExistingFile() throws Exception {
    TestFiles.write(remote.resolve("f"), 80_000, 5);
    TestFiles.write(local.resolve("f"), 50_000, 6);

    assertRefused(client("put f"), THERE, "-f replaces it");
    assertDone(client("put -f f"));
    assertThat(remote.resolve("f")).hasSameBinaryContentAs(local.resolve("f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a blank", "für", "漢字", "🙂.txt", "-dash", "100%", "semi;colon", "q\"uote"})
  void specialCharacters(String name) throws Exception {
    TestFiles.write(local.resolve(name), 1_000, 7);
    String quoted = "'" + name + "'";

    assertDone(client("put " + quoted + "\nget " + quoted + " back"));
    assertThat(remote.resolve(name)).hasSameBinaryContentAs(local.resolve(name));
    assertThat(local.resolve("back")).hasSameBinaryContentAs(local.resolve(name));
  }

  @Test
  void theLongestNameAndOneByteMore() throws Exception {
    String longest = "n".repeat(255);
    TestFiles.write(local.resolve(longest), 1_000, 8);
    TestFiles.write(local.resolve("short"), 1_000, 9);

    assertDone(client("put " + longest));
    assertThat(remote.resolve(longest)).exists();
    assertRefused(client("put short " + longest + "n"), THERE, "255");
  }

  @Test
  void getWhileAnotherPuts() throws Exception {
    TestFiles.write(remote.resolve("f"), 200_000, 10);
    byte[] old = Files.readAllBytes(remote.resolve("f"));

    try (var writer = new RawFtp(server.port());
        var upload = writer.beginStore("f")) {
      upload.getOutputStream().write(new byte[1000]);

      assertDone(client("get f"));
    }
    assertThat(local.resolve("f")).hasBinaryContent(old);
  }

  @Test
  void listOfAnEmptyFolder() throws Exception {
    Ended ended = client("ls");

    assertDone(ended);
    assertThat(ended.out().lines()).hasSize(1);
  }

  @Test
  void listOfAFolder() throws Exception {
    Files.writeString(remote.resolve("one"), "1");
    Files.createDirectory(remote.resolve("two"));

    assertThat(client("ls").out()).contains("one", "two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "get", "put a b c", "cd", "open 99999"})
  void invalidCommands(String command) throws Exception {
    Ended ended = client(command + "\nput never");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1).allMatch(line -> line.startsWith("simpleftp: "));
  }

  @Test
  void aFileDeletedOnTheServer() throws Exception {
    Files.writeString(remote.resolve("f"), "soon gone");
    assertThat(client("ls").out()).contains("f");
    Files.delete(remote.resolve("f"));

    assertRefused(client("get f"), THERE, "No such file");
  }

  @Test
  void quitAndCloseAreConfirmed() throws Exception {
    Ended ended = client("close\nopen " + server.port() + "\nQUIT");

    assertDone(ended);
    assertThat(ended.out()).contains("Disconnected");
  }

  private Ended client(String commands) throws Exception {
    return Program.script(local, "OPEN " + server.port() + "\n" + commands + "\n");
  }

  private static void assertDone(Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
  }

  private static void assertRefused(Ended ended, int exitCode, String cause) {
    assertThat(ended.exitCode()).as(ended.out()).isEqualTo(exitCode);
    assertThat(ended.err()).contains(cause);
    assertThat(ended.err().lines()).hasSize(1);
  }
}
