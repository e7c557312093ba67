package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;

/// docs/operations.md tells of the keys there are, no more and no fewer.
class OperationsDocumentTest {
  @Test
  void hasARowForEveryKey() throws IOException {
    List<String> keys =
        ServerOptions.settings().getOptions().stream().map(Option::getLongOpt).toList();

    assertThat(rows().map(OperationsDocumentTest::key)).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void saysOfEveryKeyWhetherItNeedsARestart() throws IOException {
    assertThat(rows())
        .allSatisfy(cells ->
            assertThat(cells[4].strip())
                .as(key(cells))
                .isEqualTo(
                    ServerOptions.changeable().hasLongOption(key(cells)) ? "reload" : "restart"));
  }

  @Test
  void saysOfEveryFlagThatItIsOne() throws IOException {
    assertThat(rows())
        .allSatisfy(cells ->
            assertThat(cells[2].strip().equals("flag"))
                .as(key(cells))
                .isEqualTo(!ServerOptions.settings().getOption(key(cells)).hasArg()));
  }

  @Test
  void hasADefaultAndAMeaningInEveryRow() throws IOException {
    assertThat(rows())
        .allSatisfy(cells -> assertThat(cells).hasSize(7))
        .allSatisfy(cells -> assertThat(cells[3]).isNotBlank())
        .allSatisfy(cells -> assertThat(cells[5]).isNotBlank());
  }

  private static String key(String[] cells) {
    return cells[1].strip().substring(1, cells[1].strip().length() - 1);
  }

  private static Stream<String[]> rows() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs/operations.md"));
    return lines.stream()
        .skip(lines.indexOf("| key | value | default | at run time | meaning |") + 2L)
        .takeWhile(line -> line.startsWith("| "))
        .map(line -> line.split("\\|", -1));
  }
}
