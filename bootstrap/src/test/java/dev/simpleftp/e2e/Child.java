package dev.simpleftp.e2e;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process of ours with all it says, line by line.
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  private Child(Process process) {
    this.process = process;
    this.readers =
        List.of(reading(process.getInputStream(), out), reading(process.getErrorStream(), err));
  }

  static Child start(Path directory, List<String> command) throws IOException {
    return start(new ProcessBuilder(command).directory(directory.toFile()));
  }

  /// With the signals of a program in the foreground: a build in the background may have been told
  /// to ignore Ctrl-C, and what it starts would inherit that.
  static Child start(ProcessBuilder builder) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT"));
    command.addAll(builder.command());
    return new Child(builder.command(command).start());
  }

  /// Gives the process this text as its whole standard input.
  Child typing(String text) throws IOException {
    try (var input = process.getOutputStream()) {
      input.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /// Waits until the process has said this in any case, on either stream.
  void awaitSaying(String text) {
    await().atMost(PATIENCE).until(() -> hasSaid(text) || hasSaidAll());
    if (!hasSaid(text)) {
      throw new AssertionError("ended before it said " + text + ": " + out + err);
    }
  }

  /// What was said last may be read only after the end of the process.
  private boolean hasSaidAll() {
    return !process.isAlive() && readers.stream().noneMatch(Thread::isAlive);
  }

  private boolean hasSaid(String text) {
    String all = String.join("\n", out) + "\n" + String.join("\n", err);
    return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /// Waits for the end and tells how it was.
  Ended ended() throws InterruptedException {
    return ended(PATIENCE);
  }

  /// The same for a process that takes its time.
  Ended ended(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("did not end within " + patience + ": " + out + err);
    }
    for (Thread reader : readers) {
      reader.join(PATIENCE);
    }
    return new Ended(process.exitValue(), String.join("\n", out), String.join("\n", err));
  }

  /// Sends this signal, such as `HUP`.
  void signal(String name) throws Exception {
    var ended = Tools.run(Path.of(""), "kill", "-" + name, String.valueOf(process.pid()));
    if (ended.exitCode() != 0) {
      throw new AssertionError(ended.toString());
    }
  }

  /// How often the process has said this in this case, on either stream.
  long said(String text) {
    return Stream.concat(out.stream(), err.stream()).filter(line -> line.contains(text)).count();
  }

  /// What the process has said so far on its standard output.
  List<String> said() {
    return List.copyOf(out);
  }

  /// What the process has said so far on both streams.
  List<String> allSaid() {
    return Stream.concat(out.stream(), err.stream()).toList();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// How many files and sockets the process has open.
  long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
      return open.count();
    }
  }

  long pid() {
    return process.pid();
  }

  /// As [#kill], unless it ends by itself within so many milliseconds.
  void killAfter(long millis) throws InterruptedException {
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      kill();
    }
  }

  /// As Ctrl-C, for the process that heeds it; one that goes on is ended by [#close].
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    process.waitFor(2, TimeUnit.SECONDS);
  }

  /// As kill -9: the process learns nothing of it.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// As kill: the process may end in order.
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /// The same for the processes it has started, which get no time for it.
  void closeWithDescendants() {
    endWithDescendants(this::close);
  }

  /// As kill -9 for it and the processes it has started.
  void killWithDescendants() {
    endWithDescendants(() -> process.destroyForcibly().onExit().join());
  }

  private void endWithDescendants(Runnable end) {
    List<ProcessHandle> descendants = process.descendants().toList();
    end.run();
    descendants.forEach(ProcessHandle::destroyForcibly);
    await().atMost(PATIENCE).until(() -> descendants.stream().noneMatch(ProcessHandle::isAlive));
  }

  /// On a platform thread: a read of a pipe holds the carrier of a virtual thread.
  private static Thread reading(InputStream stream, List<String> lines) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (var reader =
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
          } catch (UncheckedIOException | IOException _) {
            // The process was ended while it spoke.
          }
        });
  }

  /// How a process ended.
  record Ended(int exitCode, String out, String err) {}
}
