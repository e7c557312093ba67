package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console as somebody at a terminal sees it.
class ConsoleIT {
  private static final Duration ONE_CANCEL = Duration.ofSeconds(3);

  @TempDir Path remote;
  @TempDir Path local;
  private Program.Served server;
  private Screen screen;

  @BeforeEach
  void openConsole() throws Exception {
    server = Program.serve(remote);
    List<String> arguments = List.of("client", "--local", local.toString());
    screen = Screen.start(local, Program.command(List.of(), arguments));
    screen.awaitText("ftp>");
  }

  @AfterEach
  void closeAll() throws Exception {
    screen.close();
    server.close();
  }

  @Test
  void showsInThePromptWhereItIs() throws Exception {
    Files.createDirectory(remote.resolve("pub"));

    open();
    screen.type("cd pub");

    screen.awaitText("ftp anonymous@127.0.0.1:/pub>");
  }

  @Test
  void listsTheRemoteDirectory() throws Exception {
    Files.writeString(remote.resolve("read me.txt"), "hello");

    open();
    screen.type("ls");

    screen.awaitText("read me.txt");
  }

  @Test
  void getsAFileAndShowsItsSizeAndRate() throws Exception {
    TestFiles.write(remote.resolve("a.bin"), 3 * TestFiles.MIB, 1);

    open();
    screen.type("get a.bin");

    screen.awaitText("MiB/s");
    screen.awaitPrompt();
    assertThat(local.resolve("a.bin")).hasSameBinaryContentAs(remote.resolve("a.bin"));
  }

  /// A call in a loop of the shell reads no keys, and prints to the terminal all the same.
  @Test
  void showsNoControlBytesWhereOnlyTheOutputIsATerminal() throws Exception {
    Files.writeString(remote.resolve("evil"), "a\u001B]0;PWNED\u0007b\n");
    String call =
        String.join(" ", Program.command(List.of(), List.of("cat", server.url("evil"))))
            + " < /dev/null; sleep 60";

    screen.close();
    screen = Screen.start(local, List.of("sh", "-c", call));

    screen.awaitText("PWNED");
  }

  @Test
  void helpsWithEachCommand() throws Exception {
    screen.type("help");

    for (String word : List.of("open", "close", "get", "put", "ls", "cd", "quit")) {
      screen.awaitText(word);
    }
  }

  @Test
  void suggestsTheCommandThatWasMeant() throws Exception {
    screen.type("gte a.bin");

    screen.awaitText("Did you mean");
    screen.awaitPrompt();
  }

  @Test
  void dropsAHalfTypedLineOnInterrupt() throws Exception {
    open();
    screen.write("rm all-my-");
    screen.press("C-c");
    screen.type("pwd");

    screen.awaitText("\n/\n");
    assertThat(screen.text()).doesNotContain("all-my-pwd");
  }

  @Test
  void cancelsATransferOnInterruptAndGoesOn() throws Exception {
    TestFiles.sparse(remote.resolve("huge.bin"), 40 * TestFiles.GIB);
    Files.writeString(remote.resolve("small.txt"), "still here");
    open();
    screen.type("get huge.bin");
    awaitGrowing(local.resolve("huge.bin.part"));

    screen.press("C-c");
    await().atMost(ONE_CANCEL).until(() -> screen.lastLine().endsWith(">"));
    Files.deleteIfExists(local.resolve("huge.bin.part"));
    screen.type("get small.txt");

    await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(local.resolve("small.txt")));
    assertThat(local.resolve("huge.bin")).doesNotExist();
  }

  @Test
  void leavesOnQuit() throws Exception {
    open();
    screen.type("quit");

    screen.awaitText("ended with 0");
  }

  private void open() throws Exception {
    screen.type("open " + server.port());
    screen.awaitText("[anonymous]:");
    screen.type("");
    screen.awaitText("ftp anonymous@127.0.0.1:/>");
  }

  private static void awaitGrowing(Path file) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.exists(file) && Files.size(file) > TestFiles.MIB);
  }
}
