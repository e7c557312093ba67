package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassroomOptionsTest {
  @Test
  void areOffUnlessAskedFor() throws UsageError {
    assertThat(read("--memory").port()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--classroom-port 2120",
        "--classroom-port 2120 --tls-self-signed",
        "--classroom-port 2120 --tls-self-signed --tls optional"
      })
  void letGuestsUseTheDialect(String words) throws UsageError {
    assertThat(read(words).port()).contains(2120);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--classroom-port 2120 --anonymous none                 | add --anonymous read",
        "--classroom-port 2120 --tls-self-signed --tls required | --tls required forbids; leave one"
      })
  void refuseWhatDoesNotGoTogether(String words, String sentence) {
    assertThatThrownBy(() -> read(words))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining(sentence);
  }

  private static ClassroomOptions read(String words) throws UsageError {
    List<String> all = List.of(words.split(" ", -1));
    return ServerOptions.read(Arguments.parse(ServerOptions.options(), all, 0)).classroom();
  }
}
