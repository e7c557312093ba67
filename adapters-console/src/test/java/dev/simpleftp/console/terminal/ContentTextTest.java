package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTextTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void spellsOutControlCharacters() {
    show("a\033[2Jb\r\nc\td\n\u202ee");

    assertThat(lines).containsExactly("a\\x1b[2Jb", "c       d", "\\xe2\\x80\\xaee");
  }

  @Test
  void breaksALineWithoutAnEnd() {
    show("x".repeat(100_000));

    assertThat(lines).hasSizeGreaterThan(10).allMatch(line -> line.length() <= 8200);
    assertThat(String.join("", lines)).hasSize(100_000);
  }

  @Test
  void breaksNoCharacterInTwo() {
    show("\u6f22".repeat(10_000));

    assertThat(String.join("", lines)).isEqualTo("\u6f22".repeat(10_000));
  }

  private void show(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (var text = new ContentText(lines::add)) {
      text.write(bytes, 0, bytes.length);
    }
  }
}
