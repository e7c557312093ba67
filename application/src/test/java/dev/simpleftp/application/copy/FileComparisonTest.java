package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.copy.FileComparison.Difference;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sizes and times as listings tell them, on the first of July 2026.
class FileComparisonTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
  private static final Instant LATE = Instant.parse("2026-06-01T10:20:30.5Z");

  private static FileEntry file(long size, String modified) {
    Instant time = modified.equals("-") ? Instant.EPOCH : Instant.parse(modified);
    return FileEntry.file(new FileName("f"), size, time);
  }

  private static Difference between(FileComparison rule, String source, String copy) {
    return rule.between(file(5, source), file(5, copy));
  }

  @ParameterizedTest
  @CsvSource({
    // to the second
    "2026-06-01T10:20:30Z, 2026-06-01T10:20:30Z, NONE",
    "2026-06-01T10:20:30.999Z, 2026-06-01T10:20:30Z, NONE",
    "2026-06-01T10:20:30Z, 2026-06-01T10:20:30.999Z, NONE",
    "2026-06-01T10:20:31Z, 2026-06-01T10:20:30Z, NEWER",
    "2026-06-01T10:20:30Z, 2026-06-01T10:20:31Z, TIME",
    // to the minute, on one side or both
    "2026-06-01T10:20:00Z, 2026-06-01T10:20:59.9Z, NONE",
    "2026-06-01T10:20:59Z, 2026-06-01T10:20:00Z, NONE",
    "2026-06-01T10:21:00Z, 2026-06-01T10:20:00Z, NEWER",
    "2026-06-01T10:20:00Z, 2026-06-01T10:21:00Z, TIME",
    // to the day when it is old, but only then
    "2025-06-01T00:00:00Z, 2025-06-01T23:59:59Z, NONE",
    "2025-06-01T23:59:59Z, 2025-06-01T00:00:00Z, NONE",
    "2025-06-02T00:00:00Z, 2025-06-01T00:00:00Z, NEWER",
    "2026-06-01T00:00:00Z, 2026-06-01T23:59:59Z, TIME",
    "2026-06-01T23:59:59Z, 2026-06-01T00:00:00Z, NEWER",
    // not known
    "-, 2026-06-01T10:20:30Z, NONE",
    "2026-06-01T10:20:30Z, -, NONE",
    "-, -, NONE",
    // out of this world
    "+1000000000-12-31T23:59:59.999999999Z, -1000000000-01-01T00:00:00Z, NEWER"
  })
  void comparesAsExactlyAsBothSidesTell(String source, String copy, Difference expected) {
    assertThat(between(new FileComparison(true, false, NOW), source, copy)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T10:20:30Z, 2026-06-09T00:00:01Z, NONE",
    "2026-06-01T10:20:59Z, 2026-06-01T10:20:00Z, NONE",
    "2026-06-01T10:20:31Z, 2026-06-01T10:20:30Z, NEWER",
    "2026-06-01T10:20:30Z, -, NONE"
  })
  void aCopyThatCannotBearTheTimeIsGoodUnlessItIsOlder(
      String source, String copy, Difference expected) {
    assertThat(between(new FileComparison(false, false, NOW), source, copy)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 6, 2026-06-01T10:20:30.5Z, false, SIZE",
    "5, 5, 2026-06-01T10:20:30.5Z, false, NONE",
    "5, 6, -, false, SIZE",
    "5, 6, 2026-06-01T10:20:30.5Z, true, NONE",
    "5, 6, 2026-06-01T10:20:29.5Z, true, NEWER",
    "5, 6, 2026-06-01T10:20:31.5Z, true, NONE",
    "5, 6, -, true, SIZE",
    "5, 5, -, true, NONE"
  })
  void theSizeDecidesUnlessOnlyTheTimeShall(
      long source, long copy, String modified, boolean onlyNewer, Difference expected) {
    var rule = new FileComparison(true, onlyNewer, NOW);

    assertThat(rule.between(file(source, LATE.toString()), file(copy, modified)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T10:20:30.5Z, 2026-06-01T10:20:30.5Z, NONE",
    "2026-06-01T10:20:30.5Z, 2026-06-01T10:20:29.5Z, NEWER",
    "-, 2026-06-01T10:20:30.5Z, UNKNOWN",
    "-, -, UNKNOWN"
  })
  void theTimeDecidesWhereNobodyKnowsTheSize(String source, String copy, Difference expected) {
    var rule = new FileComparison(true, false, NOW);

    assertThat(rule.between(file(0, source).withoutSize(), file(5, copy))).isEqualTo(expected);
    assertThat(rule.between(file(5, source), file(0, copy).withoutSize())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T10:20:30Z, false",
    "2026-06-01T10:20:00.1Z, false",
    "2026-06-01T10:20:00Z, true",
    "2025-06-01T00:00:00Z, true"
  })
  void knowsWhichTimesMayBeRounded(String time, boolean rough) {
    assertThat(new FileComparison(true, false, NOW).isRough(file(5, time))).isEqualTo(rough);
  }
}
