package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {
  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));

  @BeforeEach
  void setUp() {
    bench = new ConsoleBench(home);
  }

  @Test
  void keepsWhatIsThereWhenToldTo() throws IOException {
    bench.remote.file("/b", "new").file("/a", "new");
    bench.local.file("/b", "old");

    assertThat(bench.pipe("open 2121", "get -n b", "get --no-clobber a"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.content("/b")).contains("old");
    assertThat(bench.local.content("/a")).contains("new");
    assertThat(bench.output()).contains("b: skipped");
  }

  @Test
  void doesNotReplaceARemoteFileUntold() throws IOException {
    bench.local.file("/a", "new");
    bench.remote.file("/a", "old");

    assertThat(bench.pipe("open 2121", "put a")).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.remote.content("/a")).contains("old");
    assertThat(bench.errors()).contains("put a: a is there already");
  }

  @Test
  void leavesACompleteFileAloneWhenItGoesOn() throws IOException {
    bench.remote.file("/b", "same");
    bench.local.file("/b", "same");

    assertThat(bench.pipe("open 2121", "reget b", "reput b", "get -c b"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.output()).contains("b: same size and time, not compared");
    assertThat(bench.local.calls).noneMatch(call -> call.startsWith("upload"));
  }

  @Test
  void goesOnWithNothingByBeginning() throws IOException {
    bench.remote.file("/b", "all of it");

    assertThat(bench.pipe("open 2121", "reget b c")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.content("/c")).contains("all of it");
  }

  @Test
  void takesAllFilesThatFit() throws IOException {
    bench.remote.file("/a.txt", "1").file("/b.txt", "2").file("/c.bin", "3").directory("/d.txt");

    assertThat(bench.pipe("open 2121", "mget *.txt c.bin")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.nodes).containsOnlyKeys("/", "/a.txt", "/b.txt", "/c.bin");
    assertThat(bench.errors()).contains("1 are no files and left out");
  }

  @Test
  void putsFilesIntoTheRemoteDirectory() throws IOException {
    bench.local.directory("/site").file("/site/a.html", "1").file("/site/b.html", "2");
    bench.remote.directory("/www");

    assertThat(bench.pipe("open 2121", "cd www", "mput site/*.html")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.content("/www/a.html")).contains("1");
    assertThat(bench.remote.content("/www/b.html")).contains("2");
  }

  @Test
  void copiesTheOthersWhenOneOfManyFails() throws IOException {
    bench.remote.file("/a.txt", "1").file("/b.txt", "2");
    bench.local.file("/a.txt", "mine");

    assertThat(bench.pipe("open 2121", "mget *.txt")).isEqualTo(ExitCode.PARTIAL);
    assertThat(bench.local.content("/a.txt")).contains("mine");
    assertThat(bench.local.content("/b.txt")).contains("2");
    assertThat(bench.errors()).contains("1 of 2 files received, 0 skipped, 1 failed.");
  }

  @Test
  void givesUpTheOthersWhenTheDiskIsFull() throws IOException {
    bench.remote.file("/a.txt", "11").file("/b.txt", "22");
    bench.local.uploadFault = Optional.of(new Refused(Refusal.NO_SPACE));

    assertThat(bench.pipe("open 2121", "mget *.txt")).isEqualTo(ExitCode.LOCAL);
    assertThat(bench.local.calls).filteredOn(call -> call.startsWith("upload")).hasSize(1);
    assertThat(bench.errors()).contains("disk full here: ").contains("0 of 2 files are copied.");
  }

  @Test
  void saysWhichSideIsFull() throws IOException {
    bench.local.file("/a.txt", "11");
    bench.remote.uploadFault = Optional.of(new Refused(Refusal.NO_SPACE));

    assertThat(bench.pipe("open 2121", "put a.txt")).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.errors()).contains("put a.txt: disk full there: ");
  }

  @Test
  void saysThatAFailureIsOfThisMachine() throws IOException {
    bench.local.file("/a.txt", "11");
    bench.local.downloadFault = Optional.of(new StoreFailure("The disk is broken."));

    assertThat(bench.pipe("open 2121", "put a.txt")).isEqualTo(ExitCode.LOCAL);
    assertThat(bench.errors()).contains("put a.txt: on this machine: The disk is broken.");
  }

  @Test
  void putsOneFileBehindAnother() throws IOException {
    bench.local.file("/day.log", "two\n");
    bench.remote.file("/all.log", "one\n");

    assertThat(bench.pipe("open 2121", "append day.log all.log")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.content("/all.log")).contains("one\ntwo\n");
    assertThat(bench.output()).contains("day.log: 4 B appended to all.log, verified: size only");
  }

  @Test
  void noticesThatAnAppendedFileGrewByLess() throws IOException {
    bench.local.file("/day.log", "two\n");
    bench.remote.file("/all.log", "one\n");
    bench.remote.forgetsWhatWasThere = true;

    assertThat(bench.pipe("open 2121", "append day.log all.log")).isEqualTo(ExitCode.MISMATCH);
  }

  @Test
  void mirrorsADirectoryUnderItsName() throws IOException {
    bench.remote.directory("/pub").file("/pub/a", "1").directory("/pub/d").file("/pub/d/b", "22");

    assertThat(bench.pipe("open 2121", "mirror pub", "mirror pub")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.content("/pub/a")).contains("1");
    assertThat(bench.local.content("/pub/d/b")).contains("22");
    assertThat(bench.output())
        .contains("mirror pub: 2 files copied (3 B)")
        .contains("d/b: 2 B received");
  }

  @Test
  void mirrorsUpwardsToANamedDirectory() throws IOException {
    bench.local.directory("/site").file("/site/a", "1");
    bench.remote.directory("/www");

    assertThat(bench.pipe("open 2121", "mirror -R site www", "mirror --reverse site www/"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.content("/www/a")).contains("1");
    assertThat(bench.remote.content("/www/site/a")).contains("1");
  }

  @Test
  void onlyTellsWhatARehearsalWouldDo() throws IOException {
    bench.remote.directory("/pub").file("/pub/a", "1");
    bench.local.directory("/pub").file("/pub/old", "2");

    assertThat(bench.pipe("open 2121", "mirror --dry-run --delete pub"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.output()).contains("would copy    a (1 B, missing)").contains("old");
    assertThat(bench.local.nodes).containsOnlyKeys("/", "/pub", "/pub/old");
  }

  @Test
  void tellsWhatAMirrorCouldNotDo() throws IOException {
    bench.remote.directory("/pub").file("/pub/a", "1").file("/pub/b", "2");
    bench.local.directory("/pub").directory("/pub/a");

    assertThat(bench.pipe("open 2121", "mirror pub")).isEqualTo(ExitCode.PARTIAL);
    assertThat(bench.local.content("/pub/b")).contains("2");
    assertThat(bench.output()).contains("1 failed");
    assertThat(bench.errors()).contains("mirror pub: 1 path failed");
  }

  @Test
  void aMirrorOfWhatIsMissingHereIsAFailureOfThisMachine() throws IOException {
    assertThat(bench.pipe("open 2121", "mirror -R missing www")).isEqualTo(ExitCode.LOCAL);
    assertThat(bench.errors()).contains("on this machine: No such file or directory.");
  }

  @Test
  void aMirrorOfWhatIsMissingThereIsRefused() throws IOException {
    assertThat(bench.pipe("open 2121", "mirror missing")).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.errors()).doesNotContain("on this machine");
  }

  @Test
  void waitsForJobsAtTheEndOfAScript() throws IOException {
    bench.remote.file("/a", "11").file("/b", "22");
    bench.remote.mood = FakeTree.Mood.LATE;

    assertThat(
            bench.pipe(
                bench.remote.goOn::countDown, "open 2121", "get a &", "queue get b", "close"))
        .isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.content("/a")).contains("11");
    assertThat(bench.local.content("/b")).contains("22");
    assertThat(bench.output()).contains("[1] done     get a").contains("[2] done     get b");
  }

  @Test
  void beginsTheProtocolOfAJobWithItsNumber() throws IOException {
    bench.remote.file("/a", "1");

    bench.pipe("debug on", "open 2121", "get a &");

    assertThat(bench.errors()).isEqualTo("> PASS ***\n[1] > PASS ***\n");
  }

  @Test
  void endsAScriptWithTheFailureOfAJob() throws IOException {
    assertThat(bench.pipe("open 2121", "get none &", "pwd")).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.errors()).contains("get none: No such file");
  }

  @Test
  void waitFailsWithTheJob() throws IOException {
    ExitCode code = bench.pipe("open 2121", "get none &", "wait", "mkdir later");

    assertThat(code).isEqualTo(ExitCode.REFUSED);
    assertThat(bench.remote.nodes).doesNotContainKey("/later");
  }

  @Test
  void runsAJobInTheDirectoryWhereItBegan() throws IOException {
    bench.remote.directory("/pub").file("/pub/a", "1");

    assertThat(bench.commands("open 2121; cd pub; get a & cd /; wait")).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.local.content("/a")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls &",
        "queue ls",
        "get",
        "mirror --parallel=0",
        "mirror --parralel=2",
        "get -fn a",
        "wait x",
        "get a & > f"
      })
  void refusesWhatMakesNoSense(String command) throws IOException {
    assertThat(bench.commands("open 2121; " + command)).isEqualTo(ExitCode.USAGE);
  }
}
