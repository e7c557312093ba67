package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {

  private static FilePath path(String text) throws Refused {
    return FilePath.of(text);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, c, /a/b/c",
    "/a/b, /c, /c",
    "/a/b, .., /a",
    "/a/b, ../.., /",
    "/a/b, ../../.., /",
    "/a/b, ../../../../etc/passwd, /etc/passwd",
    "/a, ./././b, /a/b",
    "/a, b//c///, /a/b/c",
    "/a, '', /a",
    "/a, /, /",
    "/a, ..., /a/...",
    "/a, ~, /a/~",
    "/a, ..\\.., /a/..\\..",
    "/a, %2e%2e, /a/%2e%2e"
  })
  void resolvesAsSomebodyInADirectoryMeansIt(String from, String text, String expected)
      throws Refused {
    assertThat(path(from).resolve(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\rb", "a\nb", "/x/\uD800", "/x/\uDC10"})
  void refusesSegmentsThatAreNoNames(String text) {
    assertThatThrownBy(() -> path(text))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.BAD_NAME));
  }

  @Test
  void knowsItsParentAndName() throws Refused {
    assertThat(path("/a/b").parent()).isEqualTo(path("/a"));
    assertThat(path("/a/b").name()).isEqualTo(new FileName("b"));
    assertThat(FilePath.ROOT.parent()).isEqualTo(FilePath.ROOT);
    assertThat(FilePath.ROOT.name()).isEqualTo(FileName.ROOT);
  }

  @Test
  void replacesItsName() throws Refused {
    assertThat(path("/a/b").withName(new FileName("c"))).isEqualTo(path("/a/c"));
  }

  @Test
  void liesBelowWholeSegmentsOnly() throws Refused {
    assertThat(path("/a/b").startsWith(path("/a"))).isTrue();
    assertThat(path("/a").startsWith(path("/a"))).isTrue();
    assertThat(path("/ab").startsWith(path("/a"))).isFalse();
    assertThat(path("/").startsWith(path("/a"))).isFalse();
  }

  @Test
  void movesBetweenTwoTops() throws Refused {
    assertThat(path("/home/a/b").relativeTo(path("/home"))).contains(path("/a/b"));
    assertThat(path("/homes/a").relativeTo(path("/home"))).isEmpty();
    assertThat(path("/a/b").under(path("/home"))).isEqualTo(path("/home/a/b"));
  }

  @Test
  void takesNoRootAsASegment() {
    assertThatThrownBy(() -> new FilePath(List.of(FileName.ROOT)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
