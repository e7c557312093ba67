package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A program in a pseudo-terminal of its own: keys go in, the screen is read.
final class Screen {
  private final String socket = "simpleftp-" + UUID.randomUUID();
  private final Path directory;

  private Screen(Path directory) {
    this.directory = directory;
  }

  /// Starts the program in a terminal of 100 columns and 40 lines; when it ends, the screen stays
  /// and shows the exit code.
  static Screen start(Path directory, List<String> command) throws Exception {
    Tools.requireTool("tmux");
    Screen screen = new Screen(directory);
    List<String> start =
        new ArrayList<>(List.of("-f", "/dev/null", "-u", "new-session", "-d", "-x", "100"));
    start.addAll(List.of("-y", "40", "sh", "-c", "\"$@\"; echo \"ended with $?\"; read _", "sh"));
    start.addAll(command);
    screen.tmux(start);
    return screen;
  }

  /// Types this text and the Enter key.
  void type(String line) throws Exception {
    write(line);
    press("Enter");
  }

  /// Types this text and nothing else.
  void write(String text) throws Exception {
    if (!text.isEmpty()) {
      tmux(List.of("send-keys", "-l", text));
    }
  }

  /// Presses a key by its name: Enter, Tab, C-c, Up.
  void press(String key) throws Exception {
    tmux(List.of("send-keys", key));
  }

  String text() throws Exception {
    return tmux(List.of("capture-pane", "-p", "-J"));
  }

  /// The last line that is not blank.
  String lastLine() throws Exception {
    List<String> lines = text().lines().map(String::stripTrailing).toList();
    return lines.stream().filter(line -> !line.isEmpty()).reduce("", (_, last) -> last);
  }

  void awaitText(String wanted) {
    awaitText(wanted, Duration.ofSeconds(30));
  }

  void awaitText(String wanted, Duration limit) {
    await().atMost(limit).untilAsserted(() -> assertShows(wanted));
  }

  void awaitPrompt() {
    await().atMost(Duration.ofSeconds(30)).until(() -> lastLine().endsWith(">"));
  }

  private void assertShows(String wanted) throws Exception {
    assertThat(text()).contains(wanted);
  }

  private String tmux(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
    command.addAll(arguments);
    var ended = Tools.run(directory, command.toArray(String[]::new));
    if (ended.exitCode() != 0) {
      throw new AssertionError(command + ": " + ended.err());
    }
    return ended.out();
  }

  void close() throws Exception {
    tmux(List.of("kill-server"));
  }
}
