package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

  @Test
  void leavesOrdinaryTextAlone() {
    String text = "ü 漢字 🎉 a-b_c%;\\";

    assertThat(TerminalText.clean(text)).isSameAs(text);
  }

  @Test
  void spellsOutWhatATerminalWouldObey() {
    assertThat(TerminalText.clean("a\033[2J\r\n\t\0\177"))
        .isEqualTo("a\\x1b[2J\\x0d\\x0a\\x09\\x00\\x7f");
    assertThat(TerminalText.clean("\u009b\u202e\u2066\u061c"))
        .isEqualTo("\\xc2\\x9b\\xe2\\x80\\xae\\xe2\\x81\\xa6\\xd8\\x9c");
    assertThat(TerminalText.clean("\uDCFF")).isEqualTo("\\xff");
  }

  @Test
  void letsNothingDangerousThroughWhateverComes() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(12, 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .append((char) random.nextInt(0xD800, 0xE000))
              .toString();

      assertThat(TerminalText.clean(text).codePoints()).allMatch(TerminalTextTest::isSafe);
    }
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "漢字,4", "ü,1", "'',0"})
  void countsColumns(String text, int columns) {
    assertThat(TerminalText.width(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({"abcdefghij,10,abcdefghij", "abcdefghij,5,ab…ij", "漢字漢字,5,漢…字"})
  void cutsInTheMiddle(String text, int columns, String expected) {
    assertThat(TerminalText.fit(text, columns)).isEqualTo(expected);
  }

  /// Written independently of the code under test, by the ranges of Unicode.
  private static boolean isSafe(int c) {
    boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
    boolean turn = c == 0x61c || c == 0x200e || c == 0x200f;
    boolean range = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return !control && !turn && !range && !(c >= 0xD800 && c <= 0xDFFF);
  }
}
