package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `mirror` of a tree down from and up to each server: the trees are equal, and a second run has
/// nothing to do. `-Dsimpleftp.mirror.files=5000` takes larger trees.
class MirrorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);
  private static final long SEED = 4;
  private static final int FILES = Integer.getInteger("simpleftp.mirror.files", 1_000);

  /// What a server cannot list, store or name; the reasons stand with its contract.
  private static final Map<ForeignServer, List<String>> CANNOT_KEEP =
      Map.of(
          ForeignServer.PURE_FTPD, List.of("back\\slash", "tab\there", "trail ", " "),
          ForeignServer.PROFTPD, List.of("*?[x]"));

  @TempDir Path folder;
  @TempDir Path local;
  private Path remote;

  @BeforeEach
  void makeTheServedDirectory() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APACHE_FTPSERVER")
  void makesEqualTreesDown(ForeignServer kind) throws Exception {
    tree(kind).write(remote);

    try (var server = kind.start(remote)) {
      server.adopt();
      var command = ClientCommand.console(local, server, "mirror --parallel=4");
      assertMirrors(kind + " down", command, remote, local);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APACHE_FTPSERVER")
  void makesEqualTreesUp(ForeignServer kind) throws Exception {
    tree(kind).write(local);

    try (var server = kind.start(remote)) {
      var command = ClientCommand.console(local, server, "mirror -R --parallel=4");
      assertMirrors(kind + " up", command, local, remote);
    }
  }

  @Test
  void goesOnAfterItWasKilled() throws Exception {
    MirrorTree.of(SEED, 5_000).write(remote);

    try (var server = ForeignServer.OURS.start(remote)) {
      var command = ClientCommand.console(local, server, "mirror --parallel=4");
      try (var client = command.start()) {
        assertThat(client.killAfterLines(2_000)).isTrue();
      }
      long there = files(local);
      assertThat(there).isBetween(500L, 4_999L);

      var ended = command.start().child().ended(PATIENCE);

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat((long) copied(ended)).isLessThanOrEqualTo(5_000 - there + 8);
    }
    assertThat(TreeDifference.first(remote, local, ONE_SECOND)).isEmpty();
  }

  private static void assertMirrors(String what, ClientCommand mirror, Path from, Path to)
      throws Exception {
    long start = System.nanoTime();
    var first = mirror.start().child().ended(PATIENCE);
    long middle = System.nanoTime();
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(copied(first)).isEqualTo(FILES);
    assertThat(TreeDifference.first(from, to, ONE_SECOND)).isEmpty();

    long again = System.nanoTime();
    var second = mirror.start().child().ended(PATIENCE);
    System.err.printf(
        "mirror %s: %.1f s, again %.1f s%n",
        what, (middle - start) / 1e9, (System.nanoTime() - again) / 1e9);
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(copied(second)).as(second.out()).isZero();
    assertThat(TreeDifference.first(from, to, ONE_SECOND)).isEmpty();
  }

  /// The number in front of `files copied` in the last line.
  private static int copied(Child.Ended ended) {
    String last = ended.out().lines().reduce("", (_, line) -> line);
    assertThat(last).contains(" copied (");
    String numbers = last.substring(0, last.indexOf(" file"));
    return Integer.parseInt(numbers.substring(numbers.lastIndexOf(' ') + 1));
  }

  private static MirrorTree tree(ForeignServer kind) {
    MirrorTree tree = MirrorTree.of(SEED, FILES);
    for (String name : CANNOT_KEEP.getOrDefault(kind, List.of())) {
      System.err.println("left out of the tree for " + kind + ": '" + name + "'");
      tree = tree.without(name);
    }
    return tree;
  }

  private static long files(Path top) throws IOException {
    try (var below = Files.walk(top)) {
      return below.filter(Files::isRegularFile).count();
    }
  }
}
