package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "0s, PT0S",
    "500ms, PT0.5S",
    "30s, PT30S",
    "5m, PT5M",
    "1h, PT1H",
    "2d, PT48H",
    "10S, PT10S",
    "106751d, PT2562024H"
  })
  void readsATime(String text, Duration time) {
    assertThat(Units.duration(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "30", "s", "-1s", "+1s", "1.5s", "1 s", " 1s", "1w", "1sec", "106752d", "٣s"})
  void refusesWhatIsNoTime(String text) {
    assertThat(Units.duration(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "100, 100",
    "64K, 65536",
    "64k, 65536",
    "64KiB, 65536",
    "1M, 1048576",
    "1MiB, 1048576",
    "2G, 2147483648",
    "2GiB, 2147483648",
    "1T, 1099511627776",
    "8388607TiB, 9223370937343148032"
  })
  void readsASize(String text, long octets) {
    assertThat(Units.bytes(text)).contains(octets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "K", "-1", "1.5M", "1 KiB", "1KB", "1B", "8388608TiB", "1000000000000000000"})
  void refusesWhatIsNoSize(String text) {
    assertThat(Units.bytes(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1K", "0x1", "1_000", "1e3", "9223372036854775808"})
  void refusesWhatIsNoNumber(String text) {
    assertThat(Units.number(text)).isEmpty();
  }
}
