package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The configuration file of the packaged program, right and wrong.
class ConfigIT {
  private static final int BAD_USAGE = 2;

  @TempDir Path folder;

  @Test
  void servesWhatTheFileSays() throws Exception {
    int port = Program.freePort();
    config("# ours\nport = " + port + "\nroot = tree\nanonymous = read\nquiet = false\n");
    Files.writeString(Files.createDirectory(folder.resolve("tree")).resolve("a"), "content");

    try (var server = Program.start(List.of(), Path.of("/"), "server", "--config", file())) {
      server.awaitSaying("listening on");

      try (var raw = new RawFtp(port)) {
        assertThat(raw.retrieve("a")).asString(StandardCharsets.UTF_8).isEqualTo("content");
        assertThat(raw.send("MKD d")).startsWith("550");
      }
    }
  }

  @Test
  void givesWayToTheCommandLine() throws Exception {
    config("port = 1\nroot = elsewhere\nanonymous = none\n");

    try (var server = Program.serve(folder, "--config", file(), "--anonymous", "write");
        var raw = new RawFtp(server.port())) {
      raw.store("a", new byte[3]);
    }
    assertThat(folder.resolve("a")).hasSize(3);
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void isCheckedWithoutAServer() throws Exception {
    config("port = 2121\nroot = tree\ngrace = 5s\n");

    var ended = run("--check-config");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("ok");
    assertThat(ended.err()).isEmpty();
    assertThat(folder.resolve("tree")).doesNotExist();
  }

  @Test
  void isNotNeededForHelp() throws Exception {
    var ended = run("--help");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("--check-config", "--config <FILE>", "--grace <TIME>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "prot = 1            | there is no key 'prot'; did you mean port?",
        "passive_ports = 1-2 | there is no key 'passive_ports'; did you mean passive-ports?",
        "config = a          | there is no key 'config'",
        "port 2121           | there is no '='",
        "port =              | port has no value",
        "port = ftp          | port cannot be 'ftp'; give a number from 0 to 65535.",
        "root = again        | root stands already in line 1; keep one of them.",
        "memory = true       | memory cannot be used together with root",
        "memory = maybe      | memory cannot be 'maybe'; choose one of true, false.",
        "durability = often  | durability cannot be 'often'; choose one of commit, none.",
        "passive-ports = x-y | passive-ports cannot be 'x-y'; give a range",
        "grace = 10          | grace cannot be '10'; give a number with a unit",
        "listen = no.invalid | listen cannot be 'no.invalid'"
      })
  void isRefusedWithFileAndLine(String line, String sentence) throws Exception {
    config("root = tree\n\n" + line + "\n");

    var checked = run("--check-config");

    assertRefused(checked, file() + ", line 3: " + sentence);
    assertThat(run()).isEqualTo(checked);
  }

  @Test
  void isRefusedWhenItIsNotUtf8() throws Exception {
    Files.write(Path.of(file()), "\nroot = \u00fc".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(run(), file() + ", line 2: this is not UTF-8");
  }

  @Test
  void isRefusedWhenItIsMissing() throws Exception {
    assertRefused(run(), "The configuration file " + file() + " does not exist");
  }

  @Test
  void isRefusedWhenItIsADirectory() throws Exception {
    Files.createDirectory(Path.of(file()));

    assertRefused(run(), "The configuration file " + file() + " cannot be read");
  }

  @Test
  void cannotForgeALineOnTheTerminal() throws Exception {
    config("port = \u001b[2J\u009b1m\n");

    assertRefused(run(), "port cannot be '\\x1b[2J");
  }

  @Test
  void cannotTakeAwayTheQuestionWhoMayComeIn() throws Exception {
    config("listen = 0.0.0.0\n");

    assertRefused(run(), "anonymous");
  }

  @Test
  void namesAUsersFileThatIsMissing() throws Exception {
    config("users = nobody\n");

    assertRefused(run(), folder.resolve("nobody").toString());
  }

  private void config(String text) throws Exception {
    Files.writeString(Path.of(file()), text);
    Files.setPosixFilePermissions(Path.of(file()), PosixFilePermissions.fromString("rw-------"));
  }

  private String file() {
    return folder.resolve("simpleftp.conf").toString();
  }

  private Child.Ended run(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("server", "--config", file()));
    arguments.addAll(List.of(options));
    return Program.run(folder, arguments.toArray(String[]::new));
  }

  private static void assertRefused(Child.Ended ended, String cause) {
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(BAD_USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasLineCount(1)
        .startsWith("simpleftp: ")
        .contains(cause)
        .containsPattern("[.?]$")
        .doesNotContain("Exception", "\tat ");
  }
}
