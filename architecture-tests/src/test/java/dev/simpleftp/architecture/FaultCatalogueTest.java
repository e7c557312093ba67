package dev.simpleftp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The faults F01 to F50 that a server survives with the old file or the new one: each has a test
/// whose name begins with its number, such as `f20KeepsTheOldFileWhenTheRenameFails`.
class FaultCatalogueTest {
  private static final int LAST = 50;
  private static final Pattern TEST =
      Pattern.compile(
          "^  (?:void|static ArchRule|private static ArchRule) f(\\d\\d)[A-Z]\\w*\\(.*");

  /// Where processes are killed, the class tells the fault.
  private static final Map<String, Integer> KILLS =
      Map.of("KilledServerIT", 31, "KilledUploadIT", 34, "KilledDownloadIT", 35);

  @Test
  void everyFaultHasATest() {
    Set<Integer> tested = tested();
    Set<Integer> missing =
        IntStream.rangeClosed(1, LAST)
            .boxed()
            .filter(Predicate.not(tested::contains))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
    assertThat(tested).allMatch(number -> number >= 1 && number <= LAST);
  }

  @Test
  void aTestIsKnownByItsNumber() {
    assertThat("  void f20KeepsTheOldFileWhenTheRenameFails(Scene scene) {").matches(TEST);
    assertThat(List.of("  void fails() {", "    f20Keeps();", "  void f2Keeps() {"))
        .noneMatch(line -> TEST.matcher(line).matches());
  }

  private static Set<Integer> tested() {
    Set<Integer> numbers = new TreeSet<>();
    for (Path file : SourceTree.files()) {
      if (file.toString().contains("/src/test/")) {
        numbers.addAll(numbers(file));
      }
    }
    return numbers;
  }

  private static Set<Integer> numbers(Path file) {
    Set<Integer> numbers = new TreeSet<>();
    for (String line : SourceTree.lines(file)) {
      var test = TEST.matcher(line);
      if (test.matches()) {
        numbers.add(Integer.valueOf(test.group(1)));
      }
    }
    String name = file.getFileName().toString().replace(".java", "");
    if (KILLS.containsKey(name)) {
      numbers.add(KILLS.get(name));
    }
    return numbers;
  }
}
