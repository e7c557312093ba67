package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.console.ExitCode;
import dev.simpleftp.console.progress.JsonEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/client.md tells of the calls, exit codes and events there are, no more and no fewer.
class ClientDocumentTest {
  @Test
  void hasARowForEveryExitCode() throws IOException {
    List<String> codes =
        Stream.of(ExitCode.values())
            .map(code -> "| %d | %s | %s |".formatted(code.number(), code.name(), code.meaning()))
            .toList();

    assertThat(rows("| code | name | means |")).containsExactlyElementsOf(codes);
  }

  @Test
  void hasARowForEveryEvent() throws IOException {
    assertThat(rows("| event | when | example |").stream().map(row -> code(cells(row)[1])))
        .containsExactlyElementsOf(JsonEvents.NAMES);
  }

  @Test
  void givesAnExampleOfEveryEventThatIsOne() throws IOException {
    for (String row : rows("| event | when | example |")) {
      JsonEvent example = JsonEvent.read(code(cells(row)[3]));

      assertThat(example.name()).isEqualTo(code(cells(row)[1]));
    }
  }

  @Test
  void hasARowForEveryCall() throws IOException {
    assertThat(rows("| call | does |").stream().map(row -> code(cells(row)[1]).split(" ", -1)[0]))
        .containsExactlyElementsOf(RemoteCall.all().stream().map(RemoteCall::name).toList());
  }

  private static String[] cells(String row) {
    return row.split("\\|", -1);
  }

  private static String code(String cell) {
    String text = cell.strip();
    return text.substring(1, text.length() - 1);
  }

  private static List<String> rows(String head) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs/client.md"));
    return lines.stream()
        .skip(lines.indexOf(head) + 2L)
        .takeWhile(line -> line.startsWith("| "))
        .toList();
  }
}
