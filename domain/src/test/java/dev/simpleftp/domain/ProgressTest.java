package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static Progress progress(long start, long done, long total, long seconds) {
    return new Progress(start, done, OptionalLong.of(total), Duration.ofSeconds(seconds));
  }

  @Test
  void countsTheRateWithoutWhatWasThere() {
    assertThat(progress(100, 300, 1_000, 2).rate()).isEqualTo(100.0);
    assertThat(progress(100, 300, 1_000, 0).rate()).isZero();
  }

  @Test
  void tellsTheFractionOfTheWhole() {
    assertThat(progress(100, 250, 1_000, 1).fraction()).contains(0.25);
    assertThat(progress(0, 0, 0, 1).fraction()).contains(1.0);
    assertThat(progress(0, 2_000, 1_000, 1).fraction()).contains(1.0);
  }

  @Test
  void tellsTheTimeThatRemains() {
    assertThat(progress(0, 250, 1_000, 1).remaining()).contains(Duration.ofSeconds(3));
    assertThat(progress(0, 0, 1_000, 1).remaining()).isEmpty();
  }

  @Test
  void doesNotGuessAnUnknownTotal() {
    var progress = new Progress(0, 10, OptionalLong.empty(), Duration.ofSeconds(1));

    assertThat(progress.fraction()).isEmpty();
    assertThat(progress.remaining()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "1536, 1.5 KiB",
    "1048575, 1.0 MiB",
    "1048576, 1.0 MiB",
    "4294967296, 4.0 GiB",
    "9223372036854775807, 8.0 EiB",
    "-1536, -1.5 KiB"
  })
  void writesSizesAsPeopleReadThem(long bytes, String text) {
    assertThat(new ByteSize(bytes)).hasToString(text);
  }
}
