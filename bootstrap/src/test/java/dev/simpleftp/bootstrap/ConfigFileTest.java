package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // the directory is made before each test
class ConfigFileTest {
  private static final Options KEYS =
      new Options()
          .addOption(Arguments.flag("quiet", "a flag"))
          .addOption(Arguments.value("port", "N", "given once"))
          .addOption(Arguments.value("users", "FILE", "a path"))
          .addOption(Arguments.values("listen", "ADDR", "given several times"))
          .addOptionGroup(
              new OptionGroup()
                  .addOption(Arguments.value("root", "DIR", "one of two"))
                  .addOption(Arguments.flag("memory", "the other")));

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("simpleftp.conf");
  }

  private Arguments read(String text, String... line) throws UsageError, IOException {
    Files.writeString(file(), text);
    return Arguments.parse(KEYS, List.of(line), 0).over(ConfigFile.read(file(), KEYS), KEYS);
  }

  private static List<String> listen(Arguments arguments) {
    return arguments.values("listen").stream().map(Given::value).toList();
  }

  @Test
  void readsKeysAndValues() throws Exception {
    Arguments arguments =
        read(
            """
            # The server in the cellar

              port=2121\s
            root =  a b # c\\n=d
            quiet = true
            listen = ::1
            listen = 127.0.0.1\
            """);

    assertThat(arguments.value("port")).contains("2121");
    assertThat(arguments.value("root")).contains("a b # c\\n=d");
    assertThat(arguments.has("quiet")).isTrue();
    assertThat(listen(arguments)).containsExactly("::1", "127.0.0.1");
  }

  @Test
  void readsFilesOfWindowsEditors() throws Exception {
    assertThat(read("\uFEFFport = 1\r\nquiet = true\r\n").value("port")).contains("1");
  }

  @Test
  void readsAnEmptyFile() throws Exception {
    assertThat(read("").has("port")).isFalse();
  }

  @Test
  void takesAFlagThatIsFalseForNotGiven() throws Exception {
    assertThat(read("quiet = false\n").has("quiet")).isFalse();
  }

  @Test
  void countsPathsFromTheDirectoryOfTheFile() throws Exception {
    assertThat(read("users = etc/users\n").path("users")).contains(folder.resolve("etc/users"));
    assertThat(read("users = /etc/users\n").path("users")).contains(Path.of("/etc/users"));
    assertThat(read("", "--users", "users").path("users")).contains(Path.of("users"));
  }

  @Test
  void givesWayToTheCommandLine() throws Exception {
    String text = "port = 1\nlisten = ::1\nlisten = ::2\nroot = there\n";

    Arguments arguments = read(text, "--port", "2", "--listen", "::3", "--memory");

    assertThat(arguments.value("port")).contains("2");
    assertThat(listen(arguments)).containsExactly("::3");
    assertThat(arguments.has("memory")).isTrue();
    assertThat(arguments.has("root")).isFalse();
  }

  @Test
  void namesFileAndLineOfAWrongValue() throws Exception {
    Arguments arguments = read("\nport = ftp\n");

    assertThatThrownBy(() -> arguments.number("port", 0, 9))
        .isInstanceOf(UsageError.class)
        .hasMessage(file() + ", line 2: port cannot be 'ftp'; give a number from 0 to 9.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "prot = 1       | there is no key 'prot'; did you mean port?",
        "--port = 1     | there is no key '--port'; did you mean port?",
        "Port = 1       | there is no key 'Port'; did you mean port?",
        "wibble = 1     | there is no key 'wibble'; the keys are the options in simpleftp server --help.",
        "= 1            | there is no key ''; the keys are the options in simpleftp server --help.",
        "port 1         | there is no '='; write key = value, or begin a comment with #.",
        "port =         | port has no value; write one behind the '=', or remove the line.",
        "users = again  | users stands already in line 1; keep one of them.",
        "quiet = yes    | quiet cannot be 'yes'; choose one of true, false.",
        "memory = true  | memory cannot be used together with root; keep one of them."
      })
  void namesFileLineCauseAndRemedyOfABadLine(String line, String sentence) {
    assertThatThrownBy(() -> read("users = some\nroot = there\n" + line + "\n"))
        .isInstanceOf(UsageError.class)
        .hasMessage(file() + ", line 3: " + sentence);
  }

  @Test
  void showsOnlySoMuchOfALongLine() {
    assertThatThrownBy(() -> read("k".repeat(100_000) + " = 1\n"))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  @Test
  void namesTheLineThatIsNotUtf8() throws IOException {
    Files.write(file(), "port = 1\nroot = \u00fc\n".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(file() + ", line 2: this is not UTF-8; save the file in UTF-8.");
  }

  @Test
  void saysWhatToDoWithoutAFile() {
    assertRefused(
        "The configuration file %s does not exist; make it or name another with --config."
            .formatted(file()));
  }

  @Test
  void saysThatADirectoryIsNoFile() throws IOException {
    Files.createDirectory(file());

    assertRefused(
        "The configuration file %s cannot be read; check that it is a file and its permissions."
            .formatted(file()));
  }

  @Test
  void refusesAFileThatIsFarTooLarge() throws IOException {
    Files.writeString(file(), "#".repeat(2 << 20));

    assertRefused(
        "The configuration file %s is larger than 1 MiB; name the right one with --config."
            .formatted(file()));
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(() -> ConfigFile.read(file(), KEYS))
        .isInstanceOf(UsageError.class)
        .hasMessage(sentence);
  }
}
