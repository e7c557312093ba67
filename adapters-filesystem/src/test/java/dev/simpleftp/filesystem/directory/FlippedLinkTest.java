package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An attacker on the same machine flips a directory and a link to another one as fast as it can.
@SuppressWarnings("NullAway.Init") // made before each test
class FlippedLinkTest {
  private static final Duration BOUND = Duration.ofSeconds(3);

  @TempDir Path root;
  @TempDir Path outside;

  @Test
  void neverLeavesTheRoot() throws Exception {
    Path door = Files.createDirectory(root.resolve("door"));
    Files.writeString(door.resolve("file"), "inside");
    Files.writeString(outside.resolve("file"), "outside");
    Files.createSymbolicLink(root.resolve("link"), outside);
    var over = new AtomicBoolean();
    var flips = new AtomicInteger();
    Thread attacker = Thread.ofPlatform().start(() -> flip(over, flips));

    var seen = new Seen();
    try (var tree = DirectoryTree.open(root, Durability.NONE);
        FileStore store = tree.newStore()) {
      long end = System.nanoTime() + BOUND.toNanos();
      while (System.nanoTime() < end) {
        seen.tryAll(store);
      }
    } finally {
      over.set(true);
      attacker.join();
    }

    assertThat(flips.get()).as("flips").isGreaterThan(1_000);
    assertThat(seen.inside).as("reads inside").isPositive();
    assertThat(seen.refused).as("refusals").isPositive();
    assertThat(seen.outside).as("reads outside").isZero();
    assertThat(outside.resolve("file")).hasContent("outside");
    try (var entries = Files.list(outside)) {
      assertThat(entries).containsExactly(outside.resolve("file"));
    }
  }

  private void flip(AtomicBoolean over, AtomicInteger flips) {
    try {
      while (!over.get()) {
        move("door", "aside");
        move("link", "door");
        move("door", "link");
        move("aside", "door");
        flips.incrementAndGet();
      }
    } catch (IOException e) {
      over.set(true);
    }
  }

  private void move(String from, String to) throws IOException {
    Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  /// What came of the attempts.
  private static final class Seen {
    private int inside;
    private int outside;
    private int refused;
    private int round;

    void tryAll(FileStore store) throws IOException {
      attempt(() -> read(store));
      attempt(() -> put(store, "/door/new" + round++ % 10, "x"));
      attempt(() -> store.makeDirectory(path("/door/d" + round)));
      attempt(() -> store.removeDirectory(path("/door/d" + round)));
      attempt(() -> store.rename(path("/door/new1"), path("/door/renamed")));
      attempt(() -> store.removeFile(path("/door/renamed")));
    }

    private void read(FileStore store) throws IOException {
      if (get(store, "/door/file").equals("inside")) {
        inside++;
      } else {
        outside++;
      }
    }

    private void attempt(Attempt attempt) throws IOException {
      try {
        attempt.run();
      } catch (Refused _) {
        refused++;
      }
    }
  }

  /// One use of a store.
  private interface Attempt {
    void run() throws IOException;
  }
}
