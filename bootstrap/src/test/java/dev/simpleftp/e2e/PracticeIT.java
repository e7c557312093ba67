package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The practice server in the memory of the packaged console, by a script and by `-c`.
class PracticeIT {
  private static final Pattern CONNECTED = Pattern.compile("Connected to 127\\.0\\.0\\.1:(\\d+)");
  private static final int REFUSED = 5;

  @TempDir Path local;

  @Test
  void listsGetsAndPutsInASession() throws Exception {
    Files.writeString(local.resolve("mine.txt"), "mine");

    var ended = command("open mem:; ls; get README.txt; put mine.txt; get mine.txt back.txt");

    assertDone(ended);
    assertThat(ended.out()).contains("odd name; really.txt", "verified: sha-256");
    assertThat(local.resolve("README.txt")).content().contains("open mem:?fault=cut");
    assertThat(local.resolve("back.txt")).hasContent("mine");
  }

  @Test
  void keepsItsFilesWhileTheConsoleRunsAndNoLonger() throws Exception {
    Files.writeString(local.resolve("mine.txt"), "mine");

    assertDone(script("open mem:\nput mine.txt\nclose\nopen mem:\nget mine.txt back.txt\n"));
    assertThat(local.resolve("back.txt")).hasContent("mine");
    var later = script("open mem:\nget mine.txt again.txt\n");

    assertThat(later.exitCode()).as(later.toString()).isEqualTo(REFUSED);
    assertThat(later.err()).hasLineCount(1).contains("No such file");
    assertThat(local.resolve("again.txt")).doesNotExist();
  }

  @Test
  void goesOnByItselfWhenATransferIsCut() throws Exception {
    var cut = script("open mem:?fault=cut\nget pub/picture.bin cut.bin\nget pub/poem.txt\n");
    var whole = command("open mem:; get pub/picture.bin whole.bin");

    assertDone(cut);
    assertDone(whole);
    assertThat(cut.out()).contains("cut.bin: 3.0 MiB received", "1 retry, verified: sha-256");
    assertThat(whole.out()).contains("verified: sha-256").doesNotContain("retry");
    assertThat(local.resolve("cut.bin")).hasSameBinaryContentAs(local.resolve("whole.bin"));
    assertThat(TestFiles.names(local))
        .containsExactlyInAnyOrder("cut.bin", "whole.bin", "poem.txt");
  }

  @Test
  void continuesACutTransferWhereItEnded() throws Exception {
    var cut = command("open mem:?fault=cut; debug on; get pub/picture.bin");

    assertDone(cut);
    assertThat(cut.err()).containsPattern("> REST [1-9][0-9]+").containsOnlyOnce("> REST");
  }

  @Test
  void listensOnlyWhileASessionIsOpen() throws Exception {
    Screen screen = Screen.start(local, Program.command(List.of(), List.of("client")));
    try {
      screen.awaitText("ftp>");
      screen.type("open mem:");
      screen.awaitText("ftp anonymous@127.0.0.1:/>");
      int port = port(screen.text());
      assertThat(listens(port)).isTrue();

      screen.type("close");
      screen.awaitText("Disconnected from 127.0.0.1:" + port);

      assertThat(listens(port)).isFalse();
      screen.type("quit");
      screen.awaitText("ended with 0");
    } finally {
      screen.close();
    }
  }

  private Child.Ended command(String commands) throws Exception {
    return Program.run(local, "client", "--local", local.toString(), "-c", commands);
  }

  private Child.Ended script(String commands) throws Exception {
    return Program.script(local, commands);
  }

  private static void assertDone(Child.Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    assertThat(listens(port(ended.out()))).isFalse();
  }

  private static int port(String said) {
    Matcher connected = CONNECTED.matcher(said);
    assertThat(connected.find()).as(said).isTrue();
    return Integer.parseInt(connected.group(1));
  }

  private static boolean listens(int port) throws IOException {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (ConnectException _) {
      return false;
    }
  }
}
