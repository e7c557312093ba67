package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {

  @Test
  void breaksBetweenWordsAndIndents() {
    assertThat(Paragraph.of("ab  ", "one two three four five", 20))
        .containsExactly("ab  one two three", "    four five");
  }

  @Test
  void breaksNothingWhereNobodyWatches() {
    assertThat(Paragraph.of("", "x ".repeat(100).strip(), 0)).hasSize(1);
  }
}
