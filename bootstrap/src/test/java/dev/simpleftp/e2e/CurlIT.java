package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// curl: one transfer a process, EPSV and EPRT first, single commands by `--quote`.
class CurlIT extends ForeignClientContract
    implements Uploads,
        ResumesDownloads,
        ResumesUploads,
        ChangesTheTree,
        ChangesPermissions,
        KeepsTimesOfDownloads,
        SpeaksTls {
  private static final int COULD_NOT_GET = 78;
  private static final int QUOTE_REFUSED = 21;

  @BeforeAll
  void requireCurl() throws Exception {
    Tools.requireTool("curl");
  }

  @Override
  public List<Invocation> invocations(Site site, List<Step> steps) {
    if (site.encryption().isUsed()) {
      return List.of(Invocation.of(inOneSession(site, steps)));
    }
    return steps.stream().map(step -> Invocation.of(command(site, words(site, step)))).toList();
  }

  private static List<String> inOneSession(Site site, List<Step> steps) {
    List<String> command = new ArrayList<>();
    for (Step step : steps) {
      List<String> one = command(site, words(site, step));
      command.addAll(command.isEmpty() ? one.subList(0, 1) : List.of("--next"));
      command.addAll(one.subList(1, one.size()));
    }
    return command;
  }

  private static List<String> protection(Encryption encryption) {
    String version = encryption.version();
    return List.of("--ssl-reqd", "-k", "--tlsv" + version, "--tls-max", version);
  }

  private static List<String> command(Site site, List<String> words) {
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "50"));
    command.addAll(List.of("-u", site.user() + ":" + site.password()));
    if (site.active()) {
      command.addAll(List.of("-P", "-"));
    }
    if (site.encryption().isUsed()) {
      command.addAll(protection(site.encryption()));
    }
    command.addAll(words);
    return command;
  }

  private static List<String> words(Site site, Step step) {
    String first = step.first();
    String second = step.second();
    return switch (step.kind()) {
      case LIST -> List.of("-l", site.url(first + "/"));
      case GET -> List.of("-R", "-o", second, site.url(first));
      case PUT -> List.of("-T", first, site.url(second));
      case RESUME_GET -> List.of("-C", "-", "-o", second, site.url(first));
      case RESUME_PUT -> List.of("-C", "-", "-T", first, site.url(second));
      case RENAME -> List.of("-I", "-Q", "RNFR " + first, "-Q", "RNTO " + second, site.url(""));
      case DELETE -> quote(site, "DELE " + first);
      case MKDIR -> quote(site, "MKD " + first);
      case RMDIR -> quote(site, "RMD " + first);
      case CHMOD -> quote(site, "SITE CHMOD " + second + " " + first);
      default -> throw step.impossible();
    };
  }

  private static List<String> quote(Site site, String command) {
    return List.of("-I", "-Q", command, site.url(""));
  }

  @ParameterizedTest
  @CsvSource({"2-4, 234", "7-, 789", "-2, 89", "0-0, 0"})
  void getsARange(String range, String octets) throws Exception {
    Files.writeString(served().resolve("digits"), "0123456789");

    var ended = curl("-r", range, site().url("digits"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(octets);
  }

  @Test
  void listsTheFactsOfADirectory() throws Exception {
    Files.writeString(served().resolve("a file"), "content");

    assertThat(curl("-X", "MLSD", site().url("")).out().lines())
        .anyMatch(line -> line.startsWith("type=file;size=7;") && line.endsWith("; a file"));
  }

  @Test
  void listsADirectory() throws Exception {
    Files.writeString(served().resolve("one.txt"), "1");
    Files.createDirectory(served().resolve("sub"));

    assertThat(curl(site().url("")).out().lines())
        .anyMatch(line -> line.startsWith("-") && line.endsWith(" one.txt"))
        .anyMatch(line -> line.startsWith("d") && line.endsWith(" sub"));
  }

  @Test
  void listsAnEmptyDirectoryAsNothing() throws Exception {
    Files.createDirectory(served().resolve("empty"));

    var ended = curl(site().url("empty/"));

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PORT 192,0,2,1,200,1", "EPRT |1|192.0.2.1|51201|", "PORT 127,0,0,1,0,22"})
  void isNotSentToAThirdAddress(String command) throws Exception {
    Files.writeString(served().resolve("a.bin"), "content");

    try (var raw = new RawFtp(site().port())) {
      assertThat(raw.send(command)).startsWith("5");
      assertThat(raw.retrieve("a.bin")).isEqualTo("content".getBytes(StandardCharsets.UTF_8));
    }
  }

  /// EPRT first, or PORT alone.
  @ParameterizedTest
  @ValueSource(strings = {"--eprt", "--disable-eprt"})
  void movesFilesInActiveMode(String option) throws Exception {
    TestFiles.write(served().resolve("a.bin"), TestFiles.MIB, 1);
    TestFiles.write(local().resolve("b.bin"), TestFiles.MIB, 2);

    var down = curl("-P", "-", option, "-o", "a.bin", site().url("a.bin"));
    var up = curl("-P", "-", option, "-T", "b.bin", site().url("b.bin"));

    assertThat(down.exitCode()).as(down.err()).isZero();
    assertThat(up.exitCode()).as(up.err()).isZero();
    assertThat(local().resolve("a.bin")).hasSameBinaryContentAs(served().resolve("a.bin"));
    assertThat(served().resolve("b.bin")).hasSameBinaryContentAs(local().resolve("b.bin"));
  }

  @Test
  void isToldThatAFileIsMissing() throws Exception {
    var ended = curl("-o", "never.bin", site().url("never.bin"));

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(COULD_NOT_GET);
    assertThat(local().resolve("never.bin")).doesNotExist();
  }

  @Test
  void storesTheLongestNameAndRefusesOneByteMore() throws Exception {
    Files.writeString(local().resolve("up"), "content");

    assertThat(curl("-T", "up", site().url("n".repeat(255))).exitCode()).isZero();
    assertThat(curl("-T", "up", site().url("n".repeat(256))).exitCode()).isNotZero();

    assertThat(bench().servedNames()).containsExactly("n".repeat(255));
  }

  @Test
  void isToldThatAFileToDeleteIsMissing() throws Exception {
    assertThat(curl("-Q", "DELE old.txt", site().url("")).exitCode()).isEqualTo(QUOTE_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RETR ../../etc/passwd", "DELE ../../../etc/passwd", "CWD a\u0000b"})
  void cannotLeaveTheRoot(String command) throws Exception {
    try (var raw = new RawFtp(site().port())) {
      assertThat(raw.sendWithDataPort(command)).startsWith("5");
    }
  }

  @Test
  void cannotReadThroughALinkOutOfTheRoot() throws Exception {
    Files.createSymbolicLink(served().resolve("way-out"), Path.of("/etc/passwd"));

    var ended = curl("-o", "stolen", site().url("way-out"));

    assertThat(ended.exitCode()).isNotZero();
    assertThat(local().resolve("stolen")).doesNotExist();
  }

  private Child.Ended curl(String... words) throws Exception {
    return Tools.run(local(), command(site(), List.of(words)).toArray(String[]::new));
  }
}
