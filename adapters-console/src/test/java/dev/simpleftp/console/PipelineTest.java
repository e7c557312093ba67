package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A command and the program that reads what it prints.
class PipelineTest {
  @TempDir Path home;
  ConsoleBench bench = new ConsoleBench(Path.of("/"));

  @BeforeEach
  void setUp() {
    bench = new ConsoleBench(home);
  }

  @ParameterizedTest
  @CsvSource({
    "cat a | false, ended with exit code 1.",
    "cat a | cat > /dev/null && exit 3, exit code 3.",
    "cat a | nothing-of-that-name 2> /dev/null, is no program of this machine."
  })
  void failsWithTheProgramThatReads(String line, String sentence) throws IOException {
    bench.remote.file("/a", "1\n");

    assertThat(bench.pipe("open 2121", line)).isEqualTo(ExitCode.LOCAL);
    assertThat(bench.errors()).contains(sentence).doesNotContain("connection");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat a | true", "cat a | head -n 1 > /dev/null", "cat a | kill -PIPE $$"})
  void allowsAReaderToHaveEnough(String line) throws IOException {
    bench.remote.file("/a", "x\n".repeat(100_000));

    assertThat(bench.pipe("open 2121", line)).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void tellsWhyNothingCameBeforeWhatTheReaderMadeOfIt() throws IOException {
    assertThat(bench.pipe("open 2121", "cat none | false")).isEqualTo(ExitCode.REFUSED);
  }
}
