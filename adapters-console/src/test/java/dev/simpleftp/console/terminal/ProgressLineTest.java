package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.Progress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
  private static final long MIB = 1 << 20;

  @Test
  void showsAmountRateAndTimeLeft() {
    assertThat(ProgressLine.render("big.bin", at(0, 40), 80))
        .isEqualTo(
            "big.bin  40% [#############>                   ]  40.0 MiB  4.0 MiB/s  ETA 0:15");
  }

  @Test
  void marksWhatWasThereBefore() {
    assertThat(ProgressLine.render("big.bin", at(20, 60), 80)).contains("[++++++#############>");
  }

  @Test
  void fillsTheBarAtTheEnd() {
    assertThat(ProgressLine.render("b", at(0, 100), 80))
        .contains("100%")
        .contains("##]")
        .doesNotContain(">");
  }

  @Test
  void drawsNoBarForAnUnknownTotal() {
    var progress = new Progress(0, MIB, OptionalLong.empty(), Duration.ofSeconds(1));

    assertThat(ProgressLine.render("b", progress, 80)).isEqualTo("b  1.0 MiB  1.0 MiB/s");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 20, 30, 40, 53, 54, 55, 80, 200})
  void neverReachesTheLastColumn(int width) {
    for (String name : List.of("b", "a-name-that-goes-on-and-on-and-on.bin", "漢字漢字漢字漢字漢字漢字")) {
      assertThat(TerminalText.width(ProgressLine.render(name, at(0, 40), width)))
          .isLessThan(Math.max(2, width));
    }
  }

  private static Progress at(long start, long percent) {
    long done = percent * MIB;
    return new Progress(start * MIB, done, OptionalLong.of(100 * MIB), Duration.ofSeconds(10));
  }
}
