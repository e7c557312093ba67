package dev.simpleftp.console.terminal;

import java.io.IOException;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

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

  /// The columns of the terminal that the standard output leads to; empty where the native library
  /// cannot tell.
  public static OptionalInt width() {
    try {
      int columns =
          TerminalProvider.load(TerminalBuilder.PROP_PROVIDER_JNI)
              .systemStreamWidth(SystemStream.Output);
      return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    } catch (IOException | IllegalStateException | LinkageError _) {
      return OptionalInt.empty();
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
