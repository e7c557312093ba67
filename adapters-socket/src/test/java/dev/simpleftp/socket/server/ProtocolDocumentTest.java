package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.Dialogue.Exchange;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/protocol.md tells of the verbs there are, no more and no fewer; their replies are those
/// that the tests show, and the tests are there.
class ProtocolDocumentTest {
  /// What any verb may be answered; the text above the table tells why.
  private static final Set<Integer> ANYWHERE = Set.of(421, 500, 501, 502, 530, 553);

  private static final List<Path> SOURCES =
      List.of(Path.of("src/test/java"), Path.of("../bootstrap/src/test/java"));

  @Test
  void hasARowForEveryVerbWithItsRfc() throws IOException {
    List<String> written =
        ProtocolRow.all().stream().map(row -> row.verb() + " " + row.rfc()).toList();
    List<String> carriedOut =
        Stream.of(Verb.values()).map(verb -> verb + " " + verb.rfc()).toList();

    assertThat(written).containsExactlyElementsOf(carriedOut);
  }

  @Test
  void namesRepliesAndTestsInEveryRow() throws IOException {
    assertThat(ProtocolRow.all())
        .allSatisfy(row -> {
          assertThat(row.replies()).isNotEmpty().allMatch(code -> code >= 100 && code < 600);
          assertThat(row.tests()).isNotEmpty();
        });
  }

  @Test
  void namesTestsThatAreThereAndTryTheVerb() throws IOException {
    Set<String> faults = new TreeSet<>();
    for (ProtocolRow row : ProtocolRow.all()) {
      Verb verb = Verb.valueOf(row.verb());
      for (String test : row.tests()) {
        boolean tried =
            isDialogue(test)
                ? exchanges(test).anyMatch(exchange -> exchange.verb() == verb)
                : source(test).filter(text -> text.contains(row.verb())).isPresent();
        if (!tried) {
          faults.add(row.verb() + ": " + test);
        }
      }
    }

    assertThat(faults).as("tests that do not exist or do not try the verb").isEmpty();
  }

  @Test
  void tellsEveryReplyThatADialogueShows() throws IOException {
    Set<String> faults = new TreeSet<>();
    for (Dialogue dialogue : Dialogue.all()) {
      for (Exchange exchange : dialogue.exchanges()) {
        int code = exchange.code();
        if (!ANYWHERE.contains(code) && !ProtocolRow.of(exchange.verb()).tells(code)) {
          faults.add(exchange.verb() + " " + code + " in " + dialogue.name() + ".ftp");
        }
      }
    }

    assertThat(faults).as("replies that docs/protocol.md does not tell").isEmpty();
  }

  @Test
  void tellsNoReplyThatNoTestShows() throws IOException {
    Set<String> faults = new TreeSet<>();
    for (ProtocolRow row : ProtocolRow.all()) {
      Set<Integer> unseen = new TreeSet<>(row.replies());
      unseen.removeAll(shownInDialogues(Verb.valueOf(row.verb())));
      for (String test : row.tests()) {
        String text = isDialogue(test) ? "" : source(test).orElse("");
        unseen.removeIf(code -> text.contains(code.toString()));
      }
      unseen.forEach(code -> faults.add(row.verb() + " " + code));
    }

    assertThat(faults)
        .as("replies in no dialogue and in no test class that the row names")
        .isEmpty();
  }

  private static Set<Integer> shownInDialogues(Verb verb) throws IOException {
    return Dialogue.all().stream()
        .flatMap(dialogue -> dialogue.exchanges().stream())
        .filter(exchange -> exchange.verb() == verb)
        .map(Exchange::code)
        .collect(Collectors.toSet());
  }

  private static boolean isDialogue(String test) {
    return Character.isLowerCase(test.charAt(0));
  }

  private static Stream<Exchange> exchanges(String name) throws IOException {
    return Dialogue.all().stream()
        .filter(dialogue -> dialogue.name().equals(name))
        .flatMap(dialogue -> dialogue.exchanges().stream());
  }

  private static Optional<String> source(String testClass) throws IOException {
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        Optional<Path> file = files.filter(f -> f.endsWith(testClass + ".java")).findFirst();
        if (file.isPresent()) {
          return Optional.of(Files.readString(file.get()));
        }
      }
    }
    return Optional.empty();
  }
}
