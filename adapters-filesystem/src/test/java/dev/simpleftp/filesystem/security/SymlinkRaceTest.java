package dev.simpleftp.filesystem.security;

import static dev.simpleftp.filesystem.directory.TreeFixture.everythingIn;
import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.names;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static dev.simpleftp.filesystem.directory.TreeFixture.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links that appear between the look and the step (CWE-59, CWE-367): servers checked that a path
/// lies below the root and opened it a moment later, when an attacker on the same machine had put a
/// link in the place of a directory. R6.
///
/// The attacker flips a directory and a link to another one as fast as it can, for 3 s or for as
/// many as the system property `simpleftp.race.seconds` says.
@SuppressWarnings("NullAway.Init") // made before each test
class SymlinkRaceTest {
  private static final Duration BOUND =
      Duration.ofSeconds(Long.getLong("simpleftp.race.seconds", 3));
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  @TempDir Path root;
  @TempDir Path outside;

  @BeforeEach
  void makeTheTrees() throws IOException {
    Path door = Files.createDirectory(root.resolve("door"));
    Files.writeString(door.resolve("file"), "inside");
    Files.createDirectory(outside.resolve("directory"));
    for (String name : new String[] {"file", "victim", "secret"}) {
      Files.writeString(outside.resolve(name), "outside");
    }
    Files.createSymbolicLink(root.resolve("link"), outside);
  }

  @Test
  void leadsNoVerbOutOfTheRoot() throws Exception {
    PosixFileAttributes before = victim();
    var over = new AtomicBoolean();
    var flips = new AtomicInteger();
    Thread attacker = Thread.ofPlatform().start(() -> flip(over, flips));

    Attempts attempts;
    try (var tree = DirectoryTree.open(root, Durability.NONE);
        FileStore store = tree.newStore()) {
      attempts = new Attempts(store);
      long end = System.nanoTime() + BOUND.toNanos();
      while (System.nanoTime() < end) {
        attempts.tryAll();
      }
    } finally {
      over.set(true);
      attacker.join();
    }

    assertThat(flips.get()).as("flips").isGreaterThan(1_000);
    assertThat(attempts.refused).as("refusals").isPositive();
    assertThat(attempts.done).as("verbs that came through").isEqualTo(attempts.verbs.keySet());
    assertThat(attempts.escapes).isEmpty();
    assertThat(everythingIn(outside)).containsExactly("directory", "file", "secret", "victim");
    assertThat(outside.resolve("victim")).hasContent("outside");
    assertThat(victim().lastModifiedTime()).isEqualTo(before.lastModifiedTime());
    assertThat(victim().permissions()).isEqualTo(before.permissions());
    assertThat(everythingIn(root)).noneMatch(name -> name.contains("secret"));
  }

  private PosixFileAttributes victim() throws IOException {
    return Files.readAttributes(outside.resolve("victim"), PosixFileAttributes.class);
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

  /// Every verb that takes a path, and what came of it.
  private static final class Attempts {
    private final FileStore store;
    private final Map<String, Attempt> verbs = new LinkedHashMap<>();
    private final Set<String> done = new TreeSet<>();
    private final Set<String> escapes = new TreeSet<>();
    private int refused;

    Attempts(FileStore store) throws IOException {
      this.store = store;
      looking();
      writing();
      moving();
      describing();
    }

    private void looking() {
      verbs.put("read", () -> expectInside("read", get(store, "/door/file").equals("inside")));
      verbs.put(
          "describe",
          () -> expectInside("describe", store.describe(path("/door/file")).size() == 6));
      verbs.put("list", () -> expectInside("list", !names(store, "/door").contains("secret")));
    }

    private void writing() {
      verbs.put("replace", () -> put(store, "/door/victim", "x"));
      verbs.put("append", () -> write(WriteMode.APPEND));
      verbs.put("resume", () -> write(new WriteMode.ResumeAt(1)));
    }

    private void describing() {
      var times = store.capability(Capability.Timestamps.class).orElseThrow();
      var modes = store.capability(Capability.Permissions.class).orElseThrow();
      verbs.put("modify", () -> times.modify(path("/door/victim"), LONG_AGO));
      verbs.put("chmod", () -> modes.change(path("/door/victim"), 0600));
      verbs.put("remove", () -> store.removeFile(path("/door/victim")));
    }

    private void moving() throws IOException {
      put(store, "/mine", "x");
      verbs.put("make", () -> store.makeDirectory(path("/door/directory")));
      verbs.put("remove directory", () -> store.removeDirectory(path("/door/directory")));
      verbs.put("rename in", () -> store.rename(path("/mine"), path("/door/moved")));
      verbs.put("rename within", () -> store.rename(path("/door/moved"), path("/door/again")));
      verbs.put("rename out", () -> store.rename(path("/door/again"), path("/mine")));
      verbs.put("rename the other out", () -> store.rename(path("/door/victim"), path("/stolen")));
      verbs.put("rename it back", () -> store.rename(path("/stolen"), path("/door/victim")));
    }

    private void write(WriteMode mode) throws IOException {
      try (Upload upload = store.upload(path("/door/victim"), mode)) {
        upload.transferFrom(source("more"), ProgressListener.NONE);
        upload.commit(() -> true);
      }
    }

    private void expectInside(String verb, boolean inside) {
      if (!inside) {
        escapes.add(verb);
      }
    }

    void tryAll() throws IOException {
      for (Map.Entry<String, Attempt> verb : verbs.entrySet()) {
        try {
          verb.getValue().run();
          done.add(verb.getKey());
        } catch (Refused _) {
          refused++;
        }
      }
    }
  }

  /// One use of a store.
  private interface Attempt {
    void run() throws IOException;
  }
}
