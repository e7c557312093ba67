package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InteractiveTest extends AtTheTerminal {
  @Test
  void promptsWithWhoAndWhere() throws IOException {
    bench.remote.directory("/pub");

    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");
    type("cd pub\r");
    see("ftp bob@127.0.0.1:/pub> ");
  }

  @Test
  void leavesOnCtrlDAndSaysGoodbye() throws IOException {
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");
    type(CTRL_D);

    assertThat(end.join()).isEqualTo(ExitCode.SUCCESS);
    assertThat(bench.remote.closed).isTrue();
  }

  @Test
  void keepsTheSessionWhenATransferIsCancelledOnItsWay() throws Exception {
    cancelAGet(FakeTree.Mood.ENDLESS);
    see("Interrupted.");

    assertThat(bench.remote.closed).isFalse();
    assertThat(bench.local.content("/b.bin")).isEmpty();
    type("status\r");
    see("Connected to:     127.0.0.1:2121");
  }

  @Test
  void cancelsATransferThatHangsWithinASecond() throws Exception {
    long pressed = cancelAGet(FakeTree.Mood.HANGING);
    see("Interrupted; the connection is closed.");

    assertThat(Duration.ofNanos(System.nanoTime() - pressed)).isLessThan(Duration.ofMillis(1200));
    assertThat(bench.local.content("/b.bin")).isEmpty();
    assertThat(bench.remote.closed).isTrue();
    type("open 2121\r");
    await().until(() -> bench.logins.size() == 2);
  }

  @Test
  void goesOnWithoutATransferThatNoInterruptEnds() throws Exception {
    long pressed = cancelAGet(FakeTree.Mood.STUBBORN);
    see("Interrupted; the connection is closed.");

    assertThat(Duration.ofNanos(System.nanoTime() - pressed)).isLessThan(Duration.ofMillis(1200));
    await().until(() -> bench.remote.closed);
    type("status\r");
    see("Not connected.");
  }

  @Test
  void givesThePromptBackAfterAFaultOfTheProgram() throws IOException {
    bench.remote.file("/b.bin", "theirs");
    bench.remote.mood = FakeTree.Mood.FAULTY;
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");
    type("get b.bin\r");
    see("a planted fault");

    type("status\r");
    see("Connected to:     127.0.0.1:2121");
  }

  /// Presses Ctrl-C in the middle of a get.
  private long cancelAGet(FakeTree.Mood mood) throws Exception {
    bench.remote.file("/b.bin", "theirs");
    bench.remote.mood = mood;
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");
    type("get b.bin\r");
    bench.remote.hanging.await();
    type(CTRL_C);
    return System.nanoTime();
  }

  @Test
  void asksBeforeAFileIsReplaced() throws IOException {
    bench.remote.file("/b.bin", "theirs");
    bench.local.file("/b.bin", "mine");
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");

    type("get b.bin\r");
    see("[O]verwrite, [R]esume, [S]kip or [N]ew name? ");
    type("n\r");
    see("New name: ");
    type("c.bin\r");
    see("b.bin -> c.bin");

    assertThat(bench.local.content("/b.bin")).contains("mine");
    assertThat(bench.local.content("/c.bin")).contains("theirs");
  }

  @Test
  void completesRemoteNamesWithBlanks() throws IOException {
    bench.remote.file("/my file.txt", "x");
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");

    type("get my\t\r");
    see("my file.txt: 1 B received");

    assertThat(bench.local.content("/my file.txt")).contains("x");
  }

  @Test
  void asksForThePasswordWithoutShowingOrKeepingIt() throws IOException {
    type("open alice@127.0.0.1 2121\r");
    see("Password for alice: ");
    type("hush\r");
    see("ftp alice@127.0.0.1:/> ");
    type("quit\r");

    assertThat(end.join()).isEqualTo(ExitCode.SUCCESS);
    assertThat(shown()).doesNotContain("hush");
    assertThat(home.resolve("state/simpleftp/history"))
        .content()
        .contains("open alice@127.0.0.1 2121")
        .doesNotContain("hush");
  }

  @Test
  void asksBeforeItRemovesWhatFits() throws IOException {
    bench.remote.file("/a.tmp", "xx").file("/b.tmp", "yy");
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");

    type("mrm *.tmp\r");
    see("Remove 2 files, 4 B? [y/N] ");
    type("\r");
    see("Nothing is removed.");
    assertThat(bench.remote.nodes).containsKeys("/a.tmp", "/b.tmp");
  }

  @Test
  void cancelsContentThatHangs() throws Exception {
    bench.remote.file("/b.bin", "theirs");
    bench.remote.mood = FakeTree.Mood.ENDLESS;
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");
    type("cat b.bin\r");
    bench.remote.hanging.await();
    type(CTRL_C);

    see("Interrupted.");
    assertThat(bench.remote.closed).isFalse();
  }

  @Test
  void editsACopyAndPutsItBackOnlyWhenItChanged() throws IOException {
    bench.remote.file("/a.txt", "old\n");
    bench.variables.put("EDITOR", "sed -i s/old/new/");
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");

    type("edit a.txt\r");
    see("put /a.txt");
    type("edit a.txt\r");
    see("Nothing changed");

    assertThat(bench.remote.content("/a.txt")).contains("new\n");
  }

  @Test
  void completesNamesThatAreHardToType() throws IOException {
    bench.remote.file("/it's \033[2J; rm *", "x");
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");

    type("size it\t\r");

    see("1 byte");
  }
}
