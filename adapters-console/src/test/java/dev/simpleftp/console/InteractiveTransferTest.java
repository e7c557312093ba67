package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class InteractiveTransferTest extends AtTheTerminal {

  @Test
  void showsHowManyFilesThereAreBeforeItGetsThem() throws IOException {
    bench.remote.file("/a.txt", "11").file("/b.txt", "22");
    open();

    type("mget *.txt\r");
    see("Get 2 files, 4 B? [Y/n] ");
    type("n\r");
    see("Nothing is copied.");
    assertThat(bench.local.nodes).containsOnlyKeys("/");

    type("mget *.txt\r\r");
    see("b.txt: 2 B received");
  }

  @Test
  void asksOnceWhenTheAnswerIsForAll() throws IOException {
    bench.remote.file("/a.txt", "11").file("/b.txt", "22").file("/c.txt", "33");
    bench.local.file("/a.txt", "x").file("/b.txt", "y").file("/c.txt", "z");
    open();

    type("mget *.txt\r\r");
    see("(O! R! S! for all)? ");
    type("s\r");
    see("a.txt: skipped");
    type("o!\r");
    see("c.txt: 2 B received");

    assertThat(bench.local.content("/a.txt")).contains("x");
    assertThat(bench.local.content("/b.txt")).contains("22");
    assertThat(shown()).doesNotContain("c.txt exists already.");
  }

  @Test
  void asksTheSameBeforeAPut() throws IOException {
    bench.local.file("/a.txt", "11");
    bench.remote.file("/a.txt", "old");
    open();

    type("put a.txt\r");
    see("there: 3 B, 2026-01-02");
    see("new:   2 B, 2026-01-02");
    type("o\r");
    see("a.txt: 2 B stored");

    assertThat(bench.remote.content("/a.txt")).contains("11");
  }

  @Test
  void asksBeforeAMoveReplacesAFile() throws IOException {
    bench.remote.file("/new", "new").file("/old", "older");
    open();

    type("mv new old\r");
    see("/old is there already (5 B, 2026-01-02");
    type("\r");
    see("Nothing is moved.");
    assertThat(bench.remote.content("/old")).contains("older");
    type("mv new old\ry\r");
    see("moved /new to /old");

    assertThat(bench.remote.content("/old")).contains("new");
  }

  @Test
  void keepsTheQueueInOrderWhenAJobOfItIsKilled() throws Exception {
    bench.remote.file("/b.bin", "theirs").file("/c.bin", "c").file("/d.bin", "d");
    bench.remote.mood = FakeTree.Mood.ENDLESS;
    open();
    type("queue get b.bin\r");
    bench.remote.hanging.await();
    type("queue get c.bin\rqueue get d.bin\r");
    see("[3] queued   get d.bin");

    type("kill 2\rjobs\r");
    see("[2] failed   get c.bin");

    assertThat(shown()).doesNotContain("[3] running");
    assertThat(bench.remote.calls).doesNotContain("download /d.bin");
    type("kill 3\rkill 1\r");
    await().until(this::ended);
  }

  @Test
  void goesOnTypingWhileAJobRuns() throws Exception {
    beginAJob();

    type("jobs\r");
    see("[1] running  get b.bin");
    type("pwd\r");
    await().until(() -> shown().lines().anyMatch(line -> line.strip().endsWith("/")));
    type("kill 1\r");
    await().until(this::ended);

    assertThat(bench.local.content("/b.bin")).isEmpty();
  }

  /// A job that has ended is told when the next prompt comes.
  private boolean ended() throws IOException {
    type("\r");
    return shown().contains("[1] failed   get b.bin");
  }

  @Test
  void endsAJobThatNothingElseEnds() throws Exception {
    bench.remote.mood = FakeTree.Mood.STUBBORN;
    beginAJob();

    type("kill 1\r");

    await().until(this::ended);
  }

  @Test
  void asksBeforeItLeavesAJob() throws Exception {
    beginAJob();

    type("quit\r");
    see("[W]ait for them, [K]ill them or [S]tay? ");
    type("s\r");
    see("'jobs' shows what runs.");
    type("quit\r");
    await().until(() -> shown().split("ill them or", -1).length == 3);
    type("k\r");

    assertThat(end.join()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void staysWithItsJobsOnCtrlC() throws Exception {
    beginAJob();

    type("quit\r");
    see("[W]ait for them, [K]ill them or [S]tay? ");
    type(CTRL_C);
    see("'jobs' shows what runs.");
  }

  @Test
  void staysAgainOnCtrlCWhenSomethingWasDoneMeanwhile() throws Exception {
    beginAJob();
    leaveWithoutAnAnswer(1);
    type("jobs\r");
    see("[1] running  get b.bin");

    leaveWithoutAnAnswer(2);
  }

  private void leaveWithoutAnAnswer(int times) throws IOException {
    type("quit\r");
    await().until(() -> shown().split("ill them or", -1).length == times + 1);
    type(CTRL_C);
    await().until(() -> shown().split("shows what runs.", -1).length == times + 1);
  }

  @Test
  void waitsForAJobAsLongAsNobodyMinds() throws Exception {
    beginAJob();

    type("wait\r");
    see("b.bin  ");
    type(CTRL_C);
    see("Interrupted.");
    type("jobs\r");
    see("[1] running  get b.bin");
    type("kill 1\r");
    await().until(this::ended);
  }

  /// A get that does not end by itself.
  private void beginAJob() throws Exception {
    bench.remote.file("/b.bin", "theirs");
    if (bench.remote.mood == FakeTree.Mood.HONEST) {
      bench.remote.mood = FakeTree.Mood.ENDLESS;
    }
    open();
    type("get b.bin &\r");
    bench.remote.hanging.await();
  }
}
