package dev.simpleftp.console.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/// Finds the terminal this process runs in.
public final class Terminals {
  private static final Path OUTPUT = Path.of("/proc/self/fd/1");
  private static final List<String> DEVICES = List.of("/dev/pts/", "/dev/tty", "/dev/console");

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

  /// Whether the standard output leads to a terminal, wherever the standard input comes from.
  public static boolean isOutput() {
    try {
      String device = Files.readSymbolicLink(OUTPUT).toString();
      return DEVICES.stream().anyMatch(device::startsWith);
    } catch (IOException | UnsupportedOperationException _) {
      return width().isPresent();
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
