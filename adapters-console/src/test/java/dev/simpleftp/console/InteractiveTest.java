package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /// The line editor would take it for a width of so many columns.
  @Test
  void showsAPercentSignInThePrompt() throws IOException {
    bench.remote.directory("/%20P");

    type("open 2121\r");
    type("cd %20P\r");
    see("ftp bob@127.0.0.1:/%20P> ");
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
  void asksBeforeAnEditReplacesWhatChangedMeanwhile() throws IOException {
    bench.remote.file("/a.txt", "old\n");
    Path gate = home.resolve("gate");
    bench.variables.put("EDITOR", "mkfifo " + gate + " && cat " + gate + " && sed -i s/old/mine/");
    open();

    type("edit a.txt\r");
    await().until(() -> Files.exists(gate));
    bench.remote.file("/a.txt", "theirs\n");
    Files.writeString(gate, "");
    see("/a.txt changed on the server meanwhile. Replace it by yours? [y/N] ");
    type("\r");
    see("Nothing is put.");
    assertThat(shown()).contains("Your text is in ");

    assertThat(bench.remote.content("/a.txt")).contains("theirs\n");
  }

  @Test
  void showsAFilePageByPageWithoutAPager() throws IOException {
    bench.variables.put("PATH", home.toString());
    bench.remote.file("/a.txt", "first\n" + "x\n".repeat(22) + "second page\n");
    open();

    type("less a.txt\r");
    see("-- Enter: more, q: enough -- ");
    assertThat(shown()).contains("first").doesNotContain("second page");
    type("\r");
    see("second page");
  }

  @Test
  void endsAPageThatIsEnough() throws IOException {
    bench.variables.put("PATH", home.toString());
    bench.remote.file("/a.txt", "x\n".repeat(30) + "second page\n");
    open();

    type("less a.txt\r");
    see("-- Enter: more, q: enough -- ");
    type("q\r");
    type("status\r");
    see("Connected to:     127.0.0.1:2121");

    assertThat(shown()).doesNotContain("second page");
  }

  @Test
  void completesOptions() throws IOException {
    bench.remote.directory("/tree");
    open();

    type("mirror --dr\ttree\r");

    see("mirror tree: 0 files to copy");
  }

  @Test
  void completesNamesThatLookLikeOptions() throws IOException {
    bench.remote.file("/-rf", "x");
    open();

    type("size \\-r\t\r");

    see("1 byte");
  }

  @Test
  void completesBookmarks() throws IOException {
    bench.pipe("bookmark add laboratory ftp://bob@127.0.0.1:2121/");

    type("open labo\t\r");

    see("ftp bob@127.0.0.1:/> ");
  }

  @Test
  void printsTheLinesOfAJobAboveThePrompt() throws IOException {
    type("debug on\r");
    open();
    type("half a comm");
    see("half a comm");

    bench.transcript.protocolLine("< 226 done");

    see("half a comm");
    await().until(() -> shown().matches("(?s).*< 226 done[^\n]*\n.*half a comm.*"));
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
