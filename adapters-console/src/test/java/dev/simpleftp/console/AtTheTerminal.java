package dev.simpleftp.console;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sits in front of a terminal: types, and sees what is shown.
@Timeout(30)
abstract class AtTheTerminal {
  static final String CTRL_C = "\003";
  static final String CTRL_D = "\004";

  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));
  final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  final PipedOutputStream keys = new PipedOutputStream();
  CompletableFuture<ExitCode> end = new CompletableFuture<>();

  @BeforeEach
  void sitDown() throws IOException {
    bench = new ConsoleBench(home);
    Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login bob password x\n");
    var terminal =
        new ExternalTerminal(
            "test", "xterm", new PipedInputStream(keys), shown, StandardCharsets.UTF_8);
    terminal.setSize(Size.of(100, 24));
    ConsoleClient client = bench.client("");
    end =
        CompletableFuture.supplyAsync(
            () -> {
              try (terminal) {
                return client.runAt(terminal, Optional.empty());
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            },
            task -> Thread.ofPlatform().daemon().start(task));
    see("ftp> ");
  }

  @AfterEach
  void getUp() throws IOException {
    keys.close();
    await().until(end::isDone);
  }

  final void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  final void see(String text) {
    await().until(() -> shown.toString(StandardCharsets.UTF_8).contains(text));
  }

  final String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  /// Connects.
  final void open() throws IOException {
    type("open 2121\r");
    see("ftp bob@127.0.0.1:/> ");
  }
}
