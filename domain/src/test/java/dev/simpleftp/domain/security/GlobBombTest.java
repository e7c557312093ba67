package dev.simpleftp.domain.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.simpleftp.domain.Glob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Patterns that cost more than the sun has time (CWE-407, CWE-1333): a LIST with many stars kept
/// matchers that try every way busy for hours, or ate all memory. R20.
///
/// The limit is no measure of speed: a matcher that tries every way does not come back at all.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class GlobBombTest {
  private static final String NAME = "a".repeat(255);

  @Test
  void takesAFewStepsForTwentyStars() {
    var glob = new Glob("*a".repeat(20) + "*b");

    for (int i = 0; i < 1_000; i++) {
      assertThat(glob.matches(NAME)).isFalse();
    }
    assertThat(glob.matches("a".repeat(254) + "b")).isTrue();
  }

  @Test
  void takesAFewStepsForALineOfStars() {
    assertThat(new Glob("*".repeat(4_000) + "b").matches(NAME)).isFalse();
    assertThat(new Glob("*?".repeat(2_000)).matches(NAME)).isFalse();
    assertThat(new Glob("*?a".repeat(100) + "b").matches(NAME)).isFalse();
    assertThat(new Glob("*".repeat(4_000)).matches(NAME)).isTrue();
  }

  @Test
  void knowsNothingElseThatMultiplies() {
    for (String pattern : new String[] {"{a,aa}{a,aa}", "[!b]*", "(a+)+b", "a**b", "../*/../*"}) {
      assertThat(new Glob(pattern.repeat(20)).matches(NAME)).as(pattern).isFalse();
    }
  }
}
