package dev.simpleftp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LosslessUtf8Test {

  @Property(tries = 5_000)
  void losesNoByte(@ForAll byte[] bytes) {
    String text = LosslessUtf8.decode(bytes);

    assertThat(LosslessUtf8.encode(text)).isEqualTo(bytes);
    assertThat(LosslessUtf8.length(text)).isEqualTo(bytes.length);
  }

  @Test
  void readsValidUtf8AsItIs() {
    String text = "a \u00FC \u6F22 \uD83D\uDE80";

    assertThat(LosslessUtf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    assertThat(LosslessUtf8.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void escapesAByteThatIsNoUtf8() {
    byte[] latin1 = "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(LosslessUtf8.decode(latin1)).isEqualTo("caf\uDCE9");
  }

  @Test
  void decodesAPartOfAnArray() {
    assertThat(LosslessUtf8.decode(new byte[] {'x', 'a', 'b', 'y'}, 1, 2)).isEqualTo("ab");
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatThrownBy(() -> LosslessUtf8.encode("a\uD800"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LosslessUtf8.encode("\uDC7F"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
