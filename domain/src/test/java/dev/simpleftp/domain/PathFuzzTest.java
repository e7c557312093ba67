package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// Names of any bytes: text and back, paths that stay below the root, patterns against a slower
/// matcher. [dev.simpleftp.domain.security.HostilePathTest] has the properties of the same.
class PathFuzzTest {
  private static final int LONGEST_FOR_THE_SLOW_MATCHER = 14;

  @FuzzTest
  void anyBytesAreAPathOrRefused(byte[] bytes) {
    String text = LosslessUtf8.decode(bytes);
    assertThat(LosslessUtf8.encode(text)).isEqualTo(bytes);
    assertThat(LosslessUtf8.length(text)).isEqualTo(bytes.length);
    try {
      FilePath start = FilePath.of("/a/b");
      FilePath path = start.resolve(text);
      assertThat(path.names()).allMatch(name -> FileName.isValid(name.text()));
      assertThat(FilePath.of(path.toString())).isEqualTo(path);
      assertThat(start.resolve(path.toString())).isEqualTo(path);
      assertThat(path.isRoot() || FileName.isValid(path.name().part().text())).isTrue();
    } catch (Refused refused) {
      assertThat(refused.refusal()).isEqualTo(Refusal.BAD_NAME);
    }
    matches(text);
  }

  private static void matches(String text) {
    int middle = text.length() / 2;
    String pattern = text.substring(0, middle);
    String name = text.substring(middle);
    boolean found = new Glob(pattern).matches(name);
    if (text.length() <= LONGEST_FOR_THE_SLOW_MATCHER) {
      assertThat(found).isEqualTo(slowly(pattern, name));
    }
  }

  private static boolean slowly(String pattern, String name) {
    if (pattern.isEmpty()) {
      return name.isEmpty();
    }
    String rest = pattern.substring(1);
    if (pattern.charAt(0) == '*') {
      return slowly(rest, name) || (!name.isEmpty() && slowly(pattern, name.substring(1)));
    }
    boolean fits =
        !name.isEmpty() && (pattern.charAt(0) == '?' || pattern.charAt(0) == name.charAt(0));
    return fits && slowly(rest, name.substring(1));
  }
}
