package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));

  @BeforeEach
  void setUp() {
    bench = new ConsoleBench(home);
  }

  @Test
  void movesFilesBothWays() throws IOException {
    bench.local.file("/a.bin", "mine");
    bench.remote.file("/b.bin", "theirs");

    ExitCode code = bench.pipe("OPEN 2121", "LS", "PUT a.bin", "GET b.bin", "CLOSE", "QUIT");

    assertThat(code).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.content("/a.bin")).contains("mine");
    assertThat(bench.local.content("/b.bin")).contains("theirs");
    assertThat(bench.logins).containsExactly("anonymous@127.0.0.1:2121");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mv / x", "mv . dir", "mv .. dir/"})
  void doesNotMoveTheRoot(String command) throws IOException {
    ExitCode code = bench.pipe("open 2121", "mkdir dir", command);

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.errors()).contains("Permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mv new old", "mv new dir", "mv new dir/"})
  void movesNothingOverAFileUnlessToldTo(String command) throws IOException {
    bench.remote.file("/new", "new").file("/old", "older").directory("/dir");
    bench.remote.file("/dir/new", "older");

    assertThat(bench.pipe("open 2121", command)).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.errors()).contains("is there already (5 B").contains("-f replaces it");
    assertThat(bench.remote.content("/new")).contains("new");

    assertThat(bench.pipe("open 2121", command.replace("mv", "mv -f"))).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.nodes).doesNotContainKey("/new");
  }

  @Test
  void printsOneSummaryLineForEachFile() throws IOException {
    bench.remote.file("/b.bin", "theirs");

    bench.pipe("open 2121", "get b.bin");

    assertThat(bench.output().lines().skip(1))
        .singleElement()
        .asString()
        .matches("b\\.bin: 6 B received in \\d+\\.\\d s \\(.* ?.?i?B/s\\), verified: size only");
  }

  @Test
  void replacesAFileThatIsThereOnlyWhenToldTo() throws IOException {
    bench.remote.file("/b.bin", "new");
    bench.local.file("/b.bin", "older");

    assertThat(bench.pipe("open 2121", "get b.bin")).isEqualTo(ExitCode.LOCAL);
    assertThat(bench.local.content("/b.bin")).contains("older");
    assertThat(bench.errors()).contains("b.bin is there already (5 B").contains("-f replaces it");
    assertThat(bench.pipe("open 2121", "get -f b.bin", "get --force b.bin"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.content("/b.bin")).contains("new");
  }

  @Test
  void writesARemotePathUnderItsNameHere() throws IOException {
    bench.remote.directory("/pub").file("/pub/f1.txt", "one");

    bench.pipe("open 2121", "get pub/f1.txt");

    assertThat(bench.local.content("/f1.txt")).contains("one");
  }

  @Test
  void putsAFileIntoADirectoryThatIsNamed() throws IOException {
    bench.remote.directory("/pub");
    bench.local.file("/a.bin", "mine");

    bench.pipe("open 2121", "put a.bin pub");

    assertThat(bench.remote.content("/pub/a.bin")).contains("mine");
  }

  @Test
  void sendsNothingWhenTheLocalFileIsMissing() throws IOException {
    ExitCode code = bench.pipe("open 2121", "put none.bin sub");

    assertThat(code).isEqualTo(ExitCode.LOCAL);
    assertThat(bench.remote.calls).isEmpty();
    assertThat(bench.errors()).startsWith("simpleftp: none.bin: ").contains("Nothing was sent.");
  }

  @Test
  void touchesNothingHereWhenTheRemoteFileIsMissing() throws IOException {
    ExitCode code = bench.pipe("open 2121", "get none.bin");

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.local.calls).noneMatch(call -> call.startsWith("upload"));
  }

  @Test
  void leavesNothingUnderTheNameWhenADownloadFails() throws IOException {
    bench.remote.file("/b.bin", "theirs");
    bench.remote.downloadFault = Optional.of(new StoreFailure("The disk is broken."));

    assertThat(bench.pipe("open 2121", "get b.bin")).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.local.content("/b.bin")).isEmpty();
    assertThat(bench.errors()).contains("The disk is broken.");
  }

  @Test
  void leavesNothingUnderTheNameWhenADownloadEndsEarly() throws IOException {
    bench.remote.file("/b.bin", "theirs");
    bench.remote.mood = FakeTree.Mood.SHORT;

    assertThat(bench.pipe("open 2121", "get b.bin")).isEqualTo(ExitCode.CONNECTION);
    assertThat(bench.local.content("/b.bin")).isEmpty();
    assertThat(bench.errors()).contains("5 bytes early");
  }

  @Test
  void keepsTheRemoteFileWhenTheLocalOneEndsEarly() throws IOException {
    bench.local.file("/a.bin", "mine");
    bench.remote.file("/a.bin", "old");
    bench.local.mood = FakeTree.Mood.SHORT;

    assertThat(bench.pipe("open 2121", "put -f a.bin")).isNotEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.content("/a.bin")).contains("old");
  }

  @Test
  void stopsAtTheFirstFailure() throws IOException {
    ExitCode code = bench.pipe("open 2121", "size none", "mkdir later");

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.remote.nodes).doesNotContainKey("/later");
  }

  @Test
  void tellsMisuseFromFailure() throws IOException {
    assertThat(bench.commands("open 2121; got b.bin; mkdir x")).isEqualTo(ExitCode.USAGE);
    assertThat(bench.errors()).contains("Did you mean 'get'?");
  }

  @Test
  void closesTheSessionAtTheEndOfTheText() throws IOException {
    bench.pipe("open 2121");

    assertThat(bench.remote.closed).isTrue();
  }

  @Test
  void saysThatNothingIsConnected() throws IOException {
    assertThat(bench.commands("ls")).isEqualTo(ExitCode.CONNECTION);
    assertThat(bench.errors()).isEqualTo("simpleftp: Not connected: 'open HOST' connects.\n");
  }

  @Test
  void closesTheStateWhenTheLineBreaks() throws IOException {
    bench.remote.file("/b.bin", "theirs");
    bench.remote.downloadFault = Optional.of(new IOException("Connection reset"));

    bench.pipe("open 2121", "get b.bin");

    assertThat(bench.errors()).contains("The connection is lost and now closed.");
    assertThat(bench.remote.closed).isTrue();
  }

  @Test
  void neverRemovesADirectoryAsAFile() throws IOException {
    bench.remote.directory("/pub");

    assertThat(bench.commands("open 2121; rm pub")).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.remote.nodes).containsKey("/pub");
    assertThat(bench.errors()).contains("'rmdir'");
  }

  @Test
  void showsTheProtocolOnlyUnderDebugAndWithoutPasswords() throws IOException {
    bench.variables.put("SIMPLEFTP_PASSWORD", "hush");

    bench.pipe("debug on", "open me@127.0.0.1 2121");

    assertThat(bench.errors()).isEqualTo("> PASS ***\n");
  }

  @Test
  void closesAnOpenSessionBeforeTheNext() throws IOException {
    bench.pipe("open 2121", "open 2122");

    assertThat(bench.output()).contains("Closing the connection to 127.0.0.1:2121 first.");
    assertThat(bench.logins).hasSize(2);
  }

  @Test
  void refusesAUserWithoutAPassword() throws IOException {
    assertThat(bench.commands("open me@127.0.0.1 2121")).isEqualTo(ExitCode.LOGIN);
    assertThat(bench.logins).isEmpty();
    assertThat(bench.errors()).contains("SIMPLEFTP_PASSWORD").contains("~/.netrc");
  }

  @Test
  void takesTheLoginFromNetrc() throws IOException {
    Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login bob password wrong\n");

    assertThat(bench.commands("open 2121")).isEqualTo(ExitCode.LOGIN);
    assertThat(bench.logins).containsExactly("bob@127.0.0.1:2121");
    assertThat(bench.errors()).contains("Go away.").contains("SIMPLEFTP_PASSWORD");
  }

  @Test
  void aGuestWhoIsNamedTakesThePasswordOfTheEnvironment() throws IOException {
    bench.variables.put("SIMPLEFTP_PASSWORD", "wrong");

    assertThat(bench.commands("open anonymous@127.0.0.1 2121")).isEqualTo(ExitCode.LOGIN);
    assertThat(bench.errors()).contains("Go away.");
  }

  @Test
  void aGuestWhomNobodyNamedKeepsThePasswordOfTheEnvironmentToHimself() throws IOException {
    bench.variables.put("SIMPLEFTP_PASSWORD", "wrong");

    assertThat(bench.commands("open 2121")).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void showsHostileNamesWithoutObeyingThem() throws IOException {
    bench.remote.file("/a\033[2Jb", "x");

    bench.pipe("open 2121", "ls", "get a\\x1b[2Jb");

    assertThat(bench.output()).contains("a\\x1b[2Jb").doesNotContain("\033");
    assertThat(bench.local.content("/a\033[2Jb")).contains("x");
  }

  @Test
  void changesTheTree() throws IOException {
    bench.remote.file("/a", "x");

    bench.commands("open 2121; mkdir pub; mv a pub; cd pub; pwd; cdup; pwd; size pub/a");

    assertThat(bench.remote.content("/pub/a")).contains("x");
    assertThat(bench.output().lines().skip(1)).containsExactly("/pub", "/", "1 byte");
  }
}
