package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/protocol.md tells of the verbs there are, no more and no fewer.
class ProtocolDocumentTest {
  @Test
  void hasARowForEveryVerbWithItsRfc() throws IOException {
    List<String> written = rows().map(cells -> cells[1].strip() + " " + cells[2].strip()).toList();
    List<String> carriedOut =
        Stream.of(Verb.values()).map(verb -> verb + " " + verb.rfc()).toList();

    assertThat(written).containsExactlyElementsOf(carriedOut);
  }

  @Test
  void namesRepliesInEveryRow() throws IOException {
    assertThat(rows()).allSatisfy(cells -> assertThat(cells[3]).containsPattern("[1-5]\\d\\d"));
  }

  private static Stream<String[]> rows() throws IOException {
    return Files.readAllLines(Path.of("../docs/protocol.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| verb"))
        .map(line -> line.split("\\|", -1));
  }
}
