package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our server as curl sees it.
class CurlIT {
  private static final int COULD_NOT_GET = 78;
  private static final int QUOTE_REFUSED = 21;

  @TempDir Path root;
  @TempDir Path local;
  private Program.Served server;

  @BeforeEach
  void serve() throws Exception {
    Tools.requireTool("curl");
    server = Program.serve(root);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void listsADirectory() throws Exception {
    Files.writeString(root.resolve("one.txt"), "1");
    Files.createDirectory(root.resolve("sub"));

    assertThat(curl(server.url("")).out().lines())
        .anyMatch(line -> line.startsWith("-") && line.endsWith(" one.txt"))
        .anyMatch(line -> line.startsWith("d") && line.endsWith(" sub"));
  }

  @Test
  void listsAnEmptyDirectoryAsNothing() throws Exception {
    var ended = curl(server.url(""));

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void getsAFile() throws Exception {
    TestFiles.write(root.resolve("a.bin"), 3 * TestFiles.MIB + 7, 1);

    var ended = curl("-o", "got.bin", server.url("a.bin"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(local.resolve("got.bin")).hasSameBinaryContentAs(root.resolve("a.bin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PORT 192,0,2,1,200,1", "EPRT |1|192.0.2.1|51201|", "PORT 127,0,0,1,0,22"})
  void isNotSentToAThirdAddress(String command) throws Exception {
    Files.writeString(root.resolve("a.bin"), "content");

    try (var raw = new RawFtp(server.port())) {
      assertThat(raw.send(command)).startsWith("5");
      assertThat(raw.retrieve("a.bin")).isEqualTo("content".getBytes(StandardCharsets.UTF_8));
    }
  }

  /// EPRT first, or PORT alone.
  @ParameterizedTest
  @ValueSource(strings = {"--eprt", "--disable-eprt"})
  void movesFilesInActiveMode(String option) throws Exception {
    TestFiles.write(root.resolve("a.bin"), TestFiles.MIB, 1);
    TestFiles.write(local.resolve("b.bin"), TestFiles.MIB, 2);

    var down = curl("-P", "-", option, "-o", "a.bin", server.url("a.bin"));
    var up = curl("-P", "-", option, "-T", "b.bin", server.url("b.bin"));

    assertThat(down.exitCode()).as(down.err()).isZero();
    assertThat(up.exitCode()).as(up.err()).isZero();
    assertThat(local.resolve("a.bin")).hasSameBinaryContentAs(root.resolve("a.bin"));
    assertThat(root.resolve("b.bin")).hasSameBinaryContentAs(local.resolve("b.bin"));
  }

  @Test
  void putsAFile() throws Exception {
    TestFiles.write(local.resolve("up.bin"), 2 * TestFiles.MIB + 1, 3);

    var ended = curl("-T", "up.bin", server.url("up.bin"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(root.resolve("up.bin")).hasSameBinaryContentAs(local.resolve("up.bin"));
  }

  @Test
  void resumesADownload() throws Exception {
    byte[] whole = TestFiles.bytes(TestFiles.MIB, 4);
    Files.write(root.resolve("a.bin"), whole);
    Files.write(local.resolve("a.bin"), Arrays.copyOf(whole, 400_001));

    var ended = curl("-C", "-", "-o", "a.bin", server.url("a.bin"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(local.resolve("a.bin")).hasBinaryContent(whole);
  }

  @Test
  void resumesAnUpload() throws Exception {
    byte[] whole = TestFiles.bytes(TestFiles.MIB, 5);
    Files.write(local.resolve("a.bin"), whole);
    Files.write(root.resolve("a.bin"), Arrays.copyOf(whole, 400_001));

    var ended = curl("-C", "-", "-T", "a.bin", server.url("a.bin"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(root.resolve("a.bin")).hasBinaryContent(whole);
  }

  @Test
  void isToldThatAFileIsMissing() throws Exception {
    var ended = curl("-o", "never.bin", server.url("never.bin"));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(COULD_NOT_GET);
    assertThat(local.resolve("never.bin")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two words", "ü", "漢字", "📦", "-dash", "100%", "a;b", "a'b", "#1", " lead", "a&b"})
  void carriesOddNames(String name) throws Exception {
    requireUnicodeNames();
    TestFiles.write(local.resolve("odd"), 1000, name.hashCode());

    assertThat(curl("-T", "odd", server.url(escaped(name))).exitCode()).isZero();
    assertThat(curl("-o", "back", server.url(escaped(name))).exitCode()).isZero();

    assertThat(root.resolve(name)).hasSameBinaryContentAs(local.resolve("odd"));
    assertThat(local.resolve("back")).hasSameBinaryContentAs(local.resolve("odd"));
  }

  @Test
  void storesTheLongestNameAndRefusesOneByteMore() throws Exception {
    Files.writeString(local.resolve("up"), "content");

    assertThat(curl("-T", "up", server.url("n".repeat(255))).exitCode()).isZero();
    assertThat(curl("-T", "up", server.url("n".repeat(256))).exitCode()).isNotZero();

    assertThat(names()).containsExactly("n".repeat(255));
  }

  @Test
  void deletesAFile() throws Exception {
    Files.writeString(root.resolve("old.txt"), "old");

    assertThat(curl("-Q", "DELE old.txt", server.url("")).exitCode()).isZero();
    assertThat(curl("-Q", "DELE old.txt", server.url("")).exitCode()).isEqualTo(QUOTE_REFUSED);

    assertThat(root.resolve("old.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RETR ../../etc/passwd", "DELE ../../../etc/passwd", "CWD a\u0000b"})
  void cannotLeaveTheRoot(String command) throws Exception {
    try (var raw = new RawFtp(server.port())) {
      assertThat(raw.sendWithDataPort(command)).startsWith("5");
    }
  }

  @Test
  void cannotReadThroughALinkOutOfTheRoot() throws Exception {
    Files.createSymbolicLink(root.resolve("way-out"), Path.of("/etc/passwd"));

    var ended = curl("-o", "stolen", server.url("way-out"));

    assertThat(ended.exitCode()).isNotZero();
    assertThat(local.resolve("stolen")).doesNotExist();
  }

  private Child.Ended curl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "50"));
    command.addAll(List.of(arguments));
    return Tools.run(local, command.toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(root)) {
      return entries
          .filter(Files::isRegularFile)
          .map(entry -> String.valueOf(entry.getFileName()))
          .toList();
    }
  }

  private static void requireUnicodeNames() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    Tools.require("a locale with UTF-8 file names", encoding.equals("UTF-8"));
  }

  private static String escaped(String name) {
    StringBuilder url = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      url.append(String.format("%%%02X", octet));
    }
    return url.toString();
  }
}
