package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not to be removed stays.
class RemovalTest {
  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));

  @BeforeEach
  void setUp() {
    bench = new ConsoleBench(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf link", "rm -rf /link/", "rm -rf l*"})
  void removesANamedLinkAndNothingBehindIt(String command) throws IOException {
    bench.remote.link("/link").file("/link/precious", "x").directory("/d").followsLinks = true;

    assertThat(bench.pipe("open 2121", command)).isEqualTo(ExitCode.SUCCESS);

    assertThat(bench.remote.nodes).containsOnlyKeys("/", "/d", "/link/precious");
    assertThat(bench.remote.calls).contains("remove /link").doesNotContain("list /link");
  }

  @Test
  void removesNothingWhereNobodyKnowsWhetherItIsALink() throws IOException {
    bench.remote.directory("/d").directory("/d/e").file("/d/e/f", "x").locked.add("/d");

    assertThat(bench.pipe("open 2121", "rm -rf d/e")).isEqualTo(ExitCode.REFUSED);

    assertThat(bench.errors()).hasLineCount(1).contains("d/e may be a link");
    assertThat(bench.remote.nodes).containsKey("/d/e/f");
  }

  @Test
  void saysThatWhatItShallRemoveIsNotThere() throws IOException {
    assertThat(bench.pipe("open 2121", "rm -rf none")).isEqualTo(ExitCode.REFUSED);

    assertThat(bench.errors()).contains("none: No such file or directory.");
  }

  @Test
  void removesNoDirectoryWhoseListingItDidNotUnderstand() throws IOException {
    bench.remote.directory("/d").file("/d/f", "x").unread = 2;

    assertThat(bench.pipe("open 2121", "rm -rf d")).isEqualTo(ExitCode.FAILURE);

    assertThat(bench.errors()).contains("2 lines of the listing of /d were not understood");
    assertThat(bench.remote.nodes).containsKey("/d/f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"find", "du", "mrm -f *", "rm -f *", "cat *"})
  void saysThatAListingHadMore(String command) throws IOException {
    bench.remote.file("/a", "x").unread = 1;

    bench.pipe("open 2121", command);

    assertThat(bench.errors()).containsOnlyOnce("1 line of the listing was not understood.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -f *", "mrm -f *"})
  void doesNotCallARemovalCompleteWhenTheListingHadMore(String command) throws IOException {
    bench.remote.file("/a", "x").unread = 1;

    assertThat(bench.pipe("open 2121", command)).isEqualTo(ExitCode.PARTIAL);

    assertThat(bench.remote.nodes).doesNotContainKey("/a");
    assertThat(bench.errors()).contains("there may be more");
  }

  @Test
  void doesNotCallAGetCompleteWhenTheListingHadMore() throws IOException {
    bench.remote.file("/a", "x").unread = 1;

    assertThat(bench.pipe("open 2121", "mget *")).isEqualTo(ExitCode.PARTIAL);

    assertThat(bench.local.content("/a")).contains("x");
    assertThat(bench.errors())
        .contains("1 line of the listing was not understood.")
        .contains("there may be more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -f \\*y*", "rm -f '*'y*", "rm -f \"?\"y*", "rm -f \\x2ay*"})
  void takesNoEscapedStarForAWildOne(String command) throws IOException {
    bench.remote.file("/*y1", "").file("/xy2", "").file("/yy3", "");

    assertThat(bench.pipe("open 2121", command)).isEqualTo(ExitCode.USAGE);

    assertThat(bench.errors()).contains("A pattern cannot also hold an escaped or quoted * or ?");
    assertThat(bench.remote.nodes).containsOnlyKeys("/", "/*y1", "/xy2", "/yy3");
  }
}
