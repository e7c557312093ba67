package dev.simpleftp.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatusAreaTest {
  private final StatusArea area = new StatusArea();

  @Test
  void printsNothingWhereNothingWas() {
    assertThat(area.redraw(List.of(), 80)).isEmpty();
  }

  @Test
  void drawsOverALine() {
    area.redraw(List.of("one"), 80);

    assertThat(area.redraw(List.of("two"), 80)).isEqualTo("\r\033[Jtwo");
  }

  @Test
  void goesUpOverSeveralLines() {
    area.redraw(List.of("a", "b", "c"), 80);

    assertThat(area.redraw(List.of("d"), 80)).isEqualTo("\033[2A\r\033[Jd");
    assertThat(area.redraw(List.of(), 80)).isEqualTo("\r\033[J");
    assertThat(area.redraw(List.of(), 80)).isEmpty();
  }

  @Test
  void countsTheRowsThatANarrowerWindowMadeOfALine() {
    area.redraw(List.of("x".repeat(79), "y"), 80);

    assertThat(area.redraw(List.of(), 40)).startsWith("\033[2A");
  }

  @Test
  void letsNoControlCharacterThrough() {
    assertThat(area.redraw(List.of("a\033[2Jb\nc"), 80)).isEqualTo("\r\033[Ja\\x1b[2Jb\\x0ac");
  }
}
