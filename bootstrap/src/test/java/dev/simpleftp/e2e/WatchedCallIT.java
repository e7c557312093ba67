package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A call that does one thing, and somebody at a terminal who watches it.
class WatchedCallIT {
  @TempDir Path remote;
  @TempDir Path local;

  @Test
  void takesTheWholeWidthOfTheTerminal() throws Exception {
    for (int i = 0; i < 8; i++) {
      Files.createFile(remote.resolve("file-no-0" + i));
    }
    try (var server = Program.serve(remote)) {
      Screen screen =
          Screen.start(local, Program.command(List.of(), List.of("ls", server.url(""))));
      try {
        screen.awaitText("8 entries");

        assertThat(screen.text().lines())
            .anyMatch(line -> line.contains("file-no-00") && line.contains("file-no-07"));
      } finally {
        screen.close();
      }
    }
  }
}
