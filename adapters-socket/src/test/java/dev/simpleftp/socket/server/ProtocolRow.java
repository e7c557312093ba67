package dev.simpleftp.socket.server;

import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row of the table in docs/protocol.md.
///
/// @param replies the codes of the checks, up to the first that says yes
/// @param outcomes the codes that may follow when octets have moved, the same for all such verbs
/// @param tests dialogues, which begin with a small letter, and test classes
record ProtocolRow(
    String verb, String rfc, Set<Integer> replies, Set<Integer> outcomes, List<String> tests) {
  ProtocolRow {
    replies = Set.copyOf(replies);
    outcomes = Set.copyOf(outcomes);
    tests = List.copyOf(tests);
  }

  /// The rows in their order.
  static List<ProtocolRow> all() throws IOException {
    return Files.readAllLines(Path.of("../docs/protocol.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| verb"))
        .map(line -> line.split("\\|", -1))
        .map(ProtocolRow::of)
        .toList();
  }

  static ProtocolRow of(Verb verb) throws IOException {
    return all().stream().filter(row -> row.verb.equals(verb.name())).findFirst().orElseThrow();
  }

  boolean tells(int code) {
    return replies.contains(code) || outcomes.contains(code);
  }

  private static ProtocolRow of(String[] cells) {
    String[] codes = (cells[3] + ";").split(";", -1);
    List<String> tests = words(cells[4]).toList();
    return new ProtocolRow(
        cells[1].strip(), cells[2].strip(), numbers(codes[0]), numbers(codes[1]), tests);
  }

  private static Set<Integer> numbers(String cell) {
    return words(cell).map(Integer::valueOf).collect(Collectors.toSet());
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split("[, ]+", -1)).filter(word -> !word.isEmpty());
  }
}
