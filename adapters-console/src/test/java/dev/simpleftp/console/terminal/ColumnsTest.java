package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void readsDownwards() {
    assertThat(Columns.of(List.of("a", "bb", "c", "d", "e"), 10))
        .containsExactly("a   d", "bb  e", "c");
  }

  @Test
  void putsLongNamesOnLinesOfTheirOwn() {
    assertThat(Columns.of(List.of("a-very-long-name", "b"), 10))
        .containsExactly("a-very-long-name", "b");
  }

  @Test
  void alignsWideCharacters() {
    assertThat(Columns.of(List.of("漢字", "b", "c"), 20)).containsExactly("漢字  b     c");
  }

  @Test
  void showsNothingForNothing() {
    assertThat(Columns.of(List.of(), 80)).isEmpty();
  }
}
