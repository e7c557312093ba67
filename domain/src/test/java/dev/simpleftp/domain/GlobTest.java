package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*, anything",
    "*, ''",
    "'', ''",
    "*.txt, a.txt",
    "*.txt, .txt",
    "a*b*c, a-b-b-c",
    "a**c, ac",
    "?, x",
    "a?c, abc",
    "*?, x",
    "[a], [a]",
    "file.(1), file.(1)",
    "\\*, \\anything"
  })
  void fits(String pattern, String name) {
    assertThat(new Glob(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', x",
    "?, ''",
    "a, ab",
    "*.txt, a.txt~",
    "a*b, ac",
    "a?c, ac",
    "*a, b",
    "[ab], a",
    "A, a"
  })
  void doesNotFit(String pattern, String name) {
    assertThat(new Glob(pattern).matches(name)).isFalse();
  }

  @Test
  void knowsWhatIsAPattern() {
    assertThat(Glob.isPattern("*.txt")).isTrue();
    assertThat(Glob.isPattern("a?")).isTrue();
    assertThat(Glob.isPattern("[a]")).isFalse();
  }
}
