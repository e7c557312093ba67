package dev.simpleftp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What only the text of the sources shows.
class SizeRulesTest {
  private static final int LONGEST_FILE = 350;
  private static final int LONGEST_METHOD = 40;
  private static final Pattern CATCH_ALL =
      Pattern.compile("catch \\([^)]*\\b(Throwable|RuntimeException|Exception|Error)\\b \\w*.*");

  /// The outermost loops: a bug there ends one session, not the server. And the reader of keys,
  /// whose library answers damaged files with any exception.
  private static final Set<String> MAY_CATCH_ALL =
      Set.of("Acceptor.java", "ControlConnection.java", "PemFile.java");

  @Test
  void filesAreShort() {
    assertThat(SourceTree.files())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(SourceTree.lines(f)).hasSizeLessThanOrEqualTo(LONGEST_FILE));
  }

  @Test
  void methodsAreShort() {
    assertThat(SourceTree.mainFiles())
        .isNotEmpty()
        .allSatisfy(f ->
            assertThat(SourceTree.methodsLongerThan(LONGEST_METHOD, SourceTree.lines(f)))
                .isEmpty());
  }

  @Test
  void longMethodsAreFound() {
    var body = Collections.nCopies(LONGEST_METHOD - 1, "    work();");
    List<String> lines =
        Stream.of(List.of("  void run() {"), body, List.of("  }")).flatMap(List::stream).toList();

    assertThat(SourceTree.methodsLongerThan(LONGEST_METHOD, lines)).hasSize(1);
    assertThat(SourceTree.methodsLongerThan(LONGEST_METHOD + 1, lines)).isEmpty();
  }

  @Test
  void someMethodsAreFoundInTheRealSources() {
    Path domain = SourceTree.root().resolve("domain/src/main/java/dev/simpleftp/domain");

    assertThat(SourceTree.methodsLongerThan(2, SourceTree.lines(domain.resolve("Secret.java"))))
        .contains("public String reveal() { has 3 lines");
  }

  @Test
  void everyPackageIsDescribed() {
    Set<Path> folders =
        SourceTree.mainFiles().stream().map(Path::getParent).collect(Collectors.toSet());

    assertThat(folders).allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
  }

  @Test
  void onlyTheOutermostLoopsAndTheReaderOfKeysCatchEverything() {
    assertThat(SourceTree.mainFiles())
        .filteredOn(f -> SourceTree.lines(f).stream().anyMatch(l -> CATCH_ALL.matcher(l).find()))
        .extracting(f -> f.getFileName().toString())
        .isSubsetOf(MAY_CATCH_ALL);
  }

  @Test
  void catchingEverythingIsRecognised() {
    assertThat(List.of("} catch (RuntimeException e) {", "} catch (Throwable _) {"))
        .allMatch(line -> CATCH_ALL.matcher(line).find());
    assertThat("} catch (IOException e) {").doesNotContainPattern(CATCH_ALL);
  }
}
