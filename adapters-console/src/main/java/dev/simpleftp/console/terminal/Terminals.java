package dev.simpleftp.console.terminal;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Finds the terminal this process runs in.
public final class Terminals {
  private Terminals() {}

  /// Opens it through the native library, or through `stty`, or as one that can only print.
  public static Terminal open() throws IOException {
    try {
      return builder().provider(TerminalBuilder.PROP_PROVIDER_JNI).dumb(false).build();
    } catch (IOException | IllegalStateException _) {
      return openWithoutLibrary();
    }
  }

  private static Terminal openWithoutLibrary() throws IOException {
    try {
      return builder().provider(TerminalBuilder.PROP_PROVIDER_EXEC).dumb(false).build();
    } catch (IOException | IllegalStateException _) {
      return builder().provider(TerminalBuilder.PROP_PROVIDER_DUMB).dumb(true).build();
    }
  }

  /// Probes for the width of grapheme clusters would print rubbish on old terminals.
  private static TerminalBuilder builder() {
    return TerminalBuilder.builder()
        .name("simpleftp")
        .system(true)
        .nativeSignals(true)
        .graphemeCluster(false);
  }
}
