package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.copy.CopyTreeService;
import dev.simpleftp.application.port.in.CopyTree;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.Report;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the two trees hold before, they are equal afterwards, and then nothing is left to do.
class RandomTreesTest {
  private static final List<String> NAMES =
      List.of(
          "a", "b", "A", "-l", " lead", "é", "*?", "\\", "x;y=z", ".hidden", "n\u001b[1m", "日本");

  /// A file or directory that somebody makes, if nothing else stands there.
  record Entry(List<String> path, int size, long second) {
    String text() {
      return "/" + String.join("/", path);
    }

    boolean isDirectory() {
      return size < 0;
    }
  }

  @Provide
  Arbitrary<List<Entry>> trees() {
    Arbitrary<List<String>> paths = Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(4);
    Arbitrary<Integer> sizes = Arbitraries.integers().between(-1, 40);
    Arbitrary<Long> seconds = Arbitraries.longs().between(1_000_000_000, 1_000_000_005);
    return Combinators.combine(paths, sizes, seconds).as(Entry::new).list().ofMaxSize(30);
  }

  @Property(tries = 150, seed = "4711")
  void fromMemoryToMemory(
      @ForAll("trees") List<Entry> source,
      @ForAll("trees") List<Entry> target,
      @ForAll("lanes") int lanes)
      throws IOException {
    var bench = new MirrorBench();
    plant(bench.from, "/from", source);
    plant(bench.to, "/to", clashless(target, bench.from));

    var options = new Options(false, lanes, true, false, MirrorBench.FILES);
    Report first = bench.mirror(options);

    assertThat(first.troubles()).isEmpty();
    bench.assertEqual();
    Report second = bench.mirror(options);
    assertThat(second.copied() + second.directories() + second.removed()).isZero();
    bench.assertNothingLeaks();
  }

  @Property(tries = 40, seed = "4712")
  void fromMemoryToADirectoryAndBack(
      @ForAll("trees") List<Entry> source, @ForAll("lanes") int lanes) throws IOException {
    Path directory = Files.createTempDirectory("mirror");
    try (DirectoryTree tree = DirectoryTree.open(directory, Durability.NONE)) {
      var bench = new MirrorBench();
      plant(bench.from, "/from", source);
      var disk = new Site("file:", tree::newStore);
      var there = new CopyTree.Order(bench.from.at("/from"), disk.at("/copy"), options(lanes));
      var back = new CopyTree.Order(disk.at("/copy"), bench.to.at("/to"), options(lanes));
      var service = new CopyTreeService(bench.copy, InstantSource.system());

      service.copy(there, TreeListener.NONE);
      service.copy(back, TreeListener.NONE);

      assertThat(disk.content("/copy")).isEqualTo(bench.from.content("/from"));
      bench.assertEqual();
      assertThat(service.copy(there, TreeListener.NONE).copied()).isZero();
      assertThat(service.copy(back, TreeListener.NONE).copied()).isZero();
      disk.endpoint.drop();
      disk.assertNoSessionsBut(0);
    } finally {
      deleteAll(directory);
    }
  }

  @Provide
  Arbitrary<Integer> lanes() {
    return Arbitraries.of(1, 4);
  }

  private static Options options(int lanes) {
    return new Options(false, lanes, true, false, MirrorBench.FILES);
  }

  /// Where a file meets a directory nothing may be changed; that has a test of its own.
  private static List<Entry> clashless(List<Entry> target, Site source) throws IOException {
    var there = source.content("/from").keySet();
    return target.stream()
        .filter(entry ->
            entry.isDirectory()
                ? !there.contains(entry.text())
                : !there.contains(entry.text() + "/"))
        .filter(entry ->
            Stream.iterate(1, i -> i < entry.path().size(), i -> i + 1)
                .map(i -> "/" + String.join("/", entry.path().subList(0, i)))
                .noneMatch(there::contains))
        .toList();
  }

  private static void plant(Site site, String root, List<Entry> entries) throws IOException {
    for (Entry entry : entries) {
      var path = new StringBuilder(root);
      for (String name : entry.path().subList(0, entry.path().size() - 1)) {
        path.append('/').append(name);
        ignoringRefusals(() -> site.directory(path.toString()));
      }
      ignoringRefusals(() -> {
        if (entry.isDirectory()) {
          site.directory(root + entry.text());
        } else {
          String content = "x".repeat(entry.size());
          site.file(root + entry.text(), content, Instant.ofEpochSecond(entry.second()));
        }
      });
    }
  }

  private static void ignoringRefusals(Planting planting) throws IOException {
    try {
      planting.run();
    } catch (Refused _) {
      // something else stands there
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Makes something.
  @FunctionalInterface
  private interface Planting {
    void run() throws IOException;
  }
}
