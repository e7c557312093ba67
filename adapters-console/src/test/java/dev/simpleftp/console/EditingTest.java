package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.domain.ConnectionFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What somebody has written is not lost.
class EditingTest extends AtTheTerminal {
  private static final String KEPT = "Your text is in ";

  @Test
  void opensTheSessionAgainThatEndedWhileTheEditorWasOpen() throws IOException {
    Path gate = beginToEdit();

    bench.remote.lost = true;
    Files.writeString(gate, "");
    see("put /a.txt");

    assertThat(bench.remote.content("/a.txt")).contains("mine\n");
    assertThat(bench.logins).hasSize(2);
  }

  @Test
  void saysWhereTheTextIsWhenThereIsNoSessionAnyMore() throws IOException {
    Path gate = beginToEdit();

    bench.remote.lost = true;
    bench.remote.unreachable = true;
    Files.writeString(gate, "");
    see("nobody is there");

    assertThat(kept()).hasContent("mine\n");
  }

  @Test
  void saysWhereTheTextIsWhenItCannotBePut() throws IOException {
    Path gate = beginToEdit();

    bench.remote.uploadFault = Optional.of(ConnectionFailed.ofTransfer("The line broke."));
    Files.writeString(gate, "");
    see("The line broke.");

    assertThat(kept()).hasContent("mine\n");
  }

  @Test
  void keepsWhatAnEditorSavedThatFailed() throws IOException {
    bench.remote.file("/a.txt", "old\n");
    bench.variables.put("EDITOR", "f() { echo mine > \"$1\"; return 3; }; f");
    open();

    type("edit a.txt\r");
    see("The editor ended with exit code 3; nothing is put.");

    assertThat(kept()).hasContent("mine\n");
    assertThat(bench.remote.content("/a.txt")).contains("old\n");
  }

  /// Waits with an editor that writes when something comes through the gate.
  private Path beginToEdit() throws IOException {
    bench.remote.file("/a.txt", "old\n");
    Path gate = home.resolve("gate");
    bench.variables.put("EDITOR", "mkfifo " + gate + " && cat " + gate + " && sed -i s/old/mine/");
    open();
    type("edit a.txt\r");
    await().until(() -> Files.exists(gate));
    return gate;
  }

  private Path kept() {
    see(KEPT);
    String rest = shown().substring(shown().indexOf(KEPT) + KEPT.length());
    return Path.of(rest.substring(0, rest.indexOf(".txt") + 4));
  }
}
