package dev.simpleftp.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Our packaged client at work, to be killed at a chosen moment.
record ClientProcess(Child child) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Waits for the end and tells how it was.
  Child.Ended ended() throws InterruptedException {
    return child.ended();
  }

  /// Kills the client as `kill -9` once this file has at least this many bytes; a file that is not
  /// there yet has none.
  ///
  /// @return false if the client ended by itself before
  boolean killWhenReaching(Path file, long size) throws InterruptedException {
    return killOnce(() -> sizeOf(file) >= size);
  }

  /// The same once it has printed this many lines on its standard output.
  boolean killAfterLines(int count) throws InterruptedException {
    return killOnce(() -> child.said().size() >= count);
  }

  /// The same once this holds.
  boolean killOnce(Callable<Boolean> moment) throws InterruptedException {
    boolean killed = once(moment);
    child.kill();
    return killed;
  }

  /// Waits until this holds.
  ///
  /// @return false if the client has ended by itself
  boolean once(Callable<Boolean> moment) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> !child.isAlive() || moment.call());
    return child.isAlive();
  }

  @Override
  public void close() {
    child.close();
  }

  private static long sizeOf(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException _) {
      return 0;
    }
  }
}
