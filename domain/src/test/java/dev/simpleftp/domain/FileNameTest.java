package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(strings = {" ", "-l", "a b", "...", "\u6F22", "\uD83D\uDE80", "caf\uDCE9", "a;b=c%"})
  void takesOrdinaryNames(String text) throws Refused {
    assertThat(FileName.of(text).text()).isEqualTo(text);
    assertThat(FileName.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "/", "a/b", "a\0", "a\r", "\n", "\uD800", "\uDC00"})
  void refusesWhatIsNoName(String text) {
    assertThat(FileName.isValid(text)).isFalse();
    assertThatThrownBy(() -> FileName.of(text)).isInstanceOf(Refused.class);
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(FileName.isValid("\u00FC".repeat(127) + "x")).isTrue();
    assertThat(FileName.isValid("\u00FC".repeat(128))).isFalse();
    assertThat(FileName.isValid("\uDCE9".repeat(255))).isTrue();
  }

  @Test
  void namesTheUnfinishedCopy() {
    assertThat(new FileName("x.iso").part()).isEqualTo(new FileName("x.iso.part"));
  }

  @Test
  void cutsALongNameOfAnUnfinishedCopyAndKeepsItUnique() {
    FileName one = new FileName("\u6F22".repeat(84) + "a");
    FileName two = new FileName("\u6F22".repeat(84) + "b");

    assertThat(LosslessUtf8.length(one.part().text())).isLessThanOrEqualTo(FileName.MAX_BYTES);
    assertThat(one.part().text()).endsWith(".part");
    assertThat(one.part()).isNotEqualTo(two.part());
  }
}
