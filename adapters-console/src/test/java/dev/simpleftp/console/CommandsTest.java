package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.Capability.Facts.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands that move no files, as a script runs them.
class CommandsTest {
  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));

  @BeforeEach
  void setUp() {
    bench = new ConsoleBench(home);
  }

  @Test
  void readsRemarksAndSeveralCommandsFromAFile() throws IOException {
    Path script = home.resolve("script");
    Files.writeString(script, "# begin\nopen 2121; mkdir 'a;b' # done\n\nmkdir c");

    assertThat(bench.file(script)).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.nodes).containsKeys("/a;b", "/c");
  }

  @Test
  void stopsALineAtTheFirstFailure() throws IOException {
    assertThat(bench.pipe("open 2121; rm none; mkdir a")).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.remote.nodes).doesNotContainKey("/a");
  }

  @Test
  void sortsListingsAndHidesDottedNames() throws IOException {
    bench.remote.file("/b", "1").file("/a", "333").file("/.c", "22");

    bench.pipe("open 2121", "ls", "ls -aS", "ls -r", "ls *b", "ls -d /");

    assertThat(bench.output().lines().skip(1))
        .containsExactly("a", "b", "a", ".c", "b", "b", "a", "b", "/");
  }

  @Test
  void goesBackToTheDirectoryBefore() throws IOException {
    bench.remote.directory("/a").directory("/b");
    bench.local.directory("/x");

    bench.pipe("open 2121", "cd a", "cd /b", "cd -", "pwd", "cd -", "pwd", "lcd x", "lcd -");

    assertThat(bench.output().lines().skip(1)).containsExactly("/a", "/b", "/");
  }

  @Test
  void hasNowhereToGoBackToAtFirst() throws IOException {
    assertThat(bench.pipe("open 2121", "cd -")).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.errors()).contains("no directory to go back to");
  }

  @Test
  void showsContentAsItIsInAPipe() throws IOException {
    bench.remote.file("/a", "x\033[2J\n").file("/b", "no end");

    bench.pipe("open 2121", "cat a b");

    assertThat(bench.output()).endsWith("x\033[2J\nno end");
  }

  @Test
  void sendsOutputIntoFiles() throws IOException {
    bench.remote.file("/a", "one\n").file("/b", "two\n");
    bench.local.file("/list", "old\n");

    bench.pipe("open 2121", "cat a > list", "ls >> 'list 2'", "cat none > list");

    assertThat(bench.local.content("/list")).contains("one\n");
    assertThat(bench.local.content("/list 2")).contains("a\nb\n");
    assertThat(bench.errors()).contains("none: ");
  }

  @Test
  void sendsOutputThroughTheShell() throws IOException {
    bench.remote.file("/a", "2\n1\n");
    Path sorted = home.resolve("sorted");

    assertThat(bench.pipe("open 2121", "cat a | sort > " + sorted, "ls | true", "pwd"))
        .isEqualTo(ExitCode.SUCCESS);

    assertThat(sorted).hasContent("1\n2\n");
    assertThat(bench.output()).endsWith("/\n");
  }

  @Test
  void runsTheShell() throws IOException {
    Path file = home.resolve("made");

    assertThat(bench.pipe("!touch " + file + "; true")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.pipe("!exit 3")).isEqualTo(ExitCode.FAILURE);
    assertThat(file).exists();
    assertThat(bench.errors()).contains("exit code 3");
  }

  @Test
  void removesSeveralFiles() throws IOException {
    bench.remote.file("/a", "").file("/b", "").file("/c", "");

    bench.pipe("open 2121", "rm a b");

    assertThat(bench.remote.nodes).containsOnlyKeys("/", "/c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm *.tmp", "mrm *.tmp", "mrm a.tmp", "rm -r d"})
  void removesNothingUncountedInAScriptWithoutForce(String command) throws IOException {
    bench.remote.file("/a.tmp", "xx").directory("/d").file("/d/e", "yy");

    assertThat(bench.pipe("open 2121", command)).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.remote.nodes).containsKeys("/a.tmp", "/d/e");
    assertThat(bench.errors()).contains("1 file").contains("2 B").contains("-f");
  }

  @Test
  void removesWhatFitsButNoDirectory() throws IOException {
    bench.remote.file("/a.tmp", "xx").file("/b.txt", "").directory("/c.tmp").file("/.d.tmp", "");

    bench.pipe("open 2121", "rm -f *.tmp");

    assertThat(bench.remote.nodes).containsOnlyKeys("/", "/b.txt", "/c.tmp", "/.d.tmp");
    assertThat(bench.output()).endsWith("removed 1 file, 2 B\n");
  }

  @Test
  void takesAQuotedStarForAName() throws IOException {
    bench.remote.file("/*", "").file("/a", "");

    bench.pipe("open 2121", "rm '*'");

    assertThat(bench.remote.nodes).containsOnlyKeys("/", "/a");
  }

  @Test
  void removesATreeWithoutFollowingLinks() throws IOException {
    bench.remote.directory("/d").link("/d/link").file("/d/link/precious", "x");
    bench.remote.directory("/d/e").file("/d/e/f", "yy");

    bench.pipe("open 2121", "rm -rf d");

    assertThat(bench.remote.calls).contains("remove /d/link").doesNotContain("list /d/link");
    assertThat(bench.remote.calls).doesNotContain("remove /d/link/precious");
  }

  @Test
  void doesNotSawOffTheBranchItSitsOn() throws IOException {
    bench.remote.directory("/d").directory("/d/e");

    assertThat(bench.pipe("open 2121", "cd d/e", "rm -rf /d")).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.errors()).contains("'cd' elsewhere first");
    assertThat(bench.remote.nodes).containsKey("/d/e");
  }

  @Test
  void makesDirectoriesWithTheirParents() throws IOException {
    assertThat(bench.pipe("open 2121", "mkdir -p a/b/c", "mkdir -p a/b", "rmdir a/b/c a/b"))
        .isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.remote.nodes).containsOnlyKeys("/", "/a");
  }

  @Test
  void saysWhichOfSeveralNamesFailed() throws IOException {
    bench.pipe("open 2121", "rmdir a b");

    assertThat(bench.errors()).startsWith("simpleftp: a: No such file or directory.");
  }

  @Test
  void knowsTheNameThatWasMeant() throws IOException {
    bench.remote.file("/Read Me.txt", "x");

    bench.pipe("open 2121", "size 'raed me.txt'");

    assertThat(bench.errors()).endsWith("Did you mean 'Read Me.txt'?\n");
  }

  @Test
  void tellsFilesFromDirectories() throws IOException {
    bench.remote.directory("/d").file("/f", "x");

    bench.pipe("open 2121", "cat d");
    bench.pipe("open 2121", "cd f");

    assertThat(bench.errors()).contains("'cd' enters it").contains("'cat' shows it");
  }

  @Test
  void findsAndAddsUp() throws IOException {
    bench.remote.directory("/d").file("/d/a.txt", "12").directory("/d/e").file("/d/e/b.bin", "345");

    bench.pipe("open 2121", "find", "find d *.bin", "find *.txt", "du -b d", "du -sb");

    assertThat(bench.output().lines().skip(1))
        .containsExactly(
            "d/", "d/a.txt", "d/e/", "d/e/b.bin", "d/e/b.bin", "d/a.txt", "3  d/e", "5  d", "5  .");
  }

  @Test
  void saysWhichFilesDuCannotCount() throws IOException {
    bench.remote.file("/a", "12").file("/b", "345");
    bench.remote.sizeless = true;

    bench.pipe("open 2121", "du -sb", "ls -l a");

    assertThat(bench.output()).contains("0  .\n").contains("          -  2026-01-0");
    assertThat(bench.errors())
        .isEqualTo("The server does not tell the sizes of 2 files; they are not counted.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 line of the listing was not understood.",
    "7, 7 lines of the listing were not understood."
  })
  void saysOnceThatAListingHadMore(long lines, String sentence) throws IOException {
    bench.remote.file("/a", "").unread = lines;

    bench.pipe("open 2121", "ls");

    assertThat(bench.output()).endsWith("\na\n");
    assertThat(bench.errors()).isEqualTo(sentence + "\n");
  }

  @Test
  void tellsInTheStatusWhatTheServerCanDo() throws IOException {
    bench.remote.facts.add(new Fact("greeting", "Welcome\033[2J"));
    bench.remote.facts.add(new Fact("checksums", "SHA-256\033[2J"));

    bench.pipe("open 2121", "status");

    assertThat(bench.output())
        .endsWith("Explain:          off\nChecksums:        SHA-256\\x1b[2J\n")
        .doesNotContain("Welcome");
  }

  @Test
  void setsModesAndTimes() throws IOException {
    bench.remote.file("/a.sh", "");

    bench.pipe("open 2121", "chmod 755 *.sh", "touch a.sh 2026-01-31", "modtime a.sh");

    assertThat(bench.remote.calls).contains("mode /a.sh " + 0755);
    assertThat(bench.remote.calls).anyMatch(call -> call.startsWith("modify /a.sh 2026-01-3"));
    assertThat(bench.output()).contains("2026-01-02");
  }

  @Test
  void speaksInTheWordsOfTheServer() throws IOException {
    bench.pipe("open 2121", "quote STAT  x", "site umask 022", "features");

    assertThat(bench.output().lines().skip(1))
        .containsExactly("200 STAT x", "200 SITE umask 022", "200 FEAT");
  }

  @Test
  void saysThatThereAreNoDigests() throws IOException {
    bench.remote.file("/a", "");

    assertThat(bench.pipe("open 2121", "hash a")).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.errors()).contains("computes no digests");
  }

  @Test
  void explainsLinesAndHidesThePassword() throws IOException {
    bench.variables.put("SIMPLEFTP_PASSWORD", "hush");

    bench.pipe("explain on", "open me@127.0.0.1 2121");

    assertThat(bench.errors())
        .contains("> PASS ***\n    Proves it with the password")
        .doesNotContain("hush");
  }

  @Test
  void logsInAnew() throws IOException {
    bench.variables.put("SIMPLEFTP_PASSWORD", "hush");

    bench.pipe("open 2121", "user alice");

    assertThat(bench.logins).containsExactly("anonymous@127.0.0.1:2121", "alice@127.0.0.1:2121");
  }

  @Test
  void keepsBookmarksWithoutPasswords() throws IOException {
    bench.remote.directory("/a b");
    Path file = home.resolve("config/simpleftp/bookmarks");

    bench.pipe("open ftp://me:hush@127.0.0.1:2121", "cd 'a b'", "bookmark add here", "close");
    bench.variables.put("SIMPLEFTP_PASSWORD", "x");
    bench.pipe("bookmark add there ftp://u:hush@h/", "open here", "pwd", "bookmark remove there");

    assertThat(file).hasContent("here ftp://me@127.0.0.1:2121/%2Fa%20b");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(bench.logins).hasSize(2);
    assertThat(bench.output()).contains("/a b\n");
    assertThat(bench.output() + bench.errors()).doesNotContain("hush").contains("Warning");
  }

  @Test
  void keepsTheProtectionOfASessionInItsBookmark() throws IOException {
    bench.remote.encrypted = true;
    bench.pipe("open ftp://me:hush@127.0.0.1:2121", "bookmark add here");

    assertThat(home.resolve("config/simpleftp/bookmarks"))
        .hasContent("here ftpes://me@127.0.0.1:2121/%2F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ascii", "type ascii", "passive off", "edit a"})
  void refusesWithAReason(String command) throws IOException {
    assertThat(bench.pipe("open 2121", command)).isEqualTo(ExitCode.FAILURE);
    assertThat(bench.errors()).hasSizeGreaterThan(40);
  }

  @Test
  void helpsWithEverything() throws IOException {
    bench.pipe("help", "help ls", "help changing", "help patterns", "help !");

    assertThat(bench.output())
        .contains("mkdir", "topics", "Example:  ls -lt pub", "mrm", "any run of characters");
  }
}
