package dev.simpleftp.console.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.console.terminal.PlainScreen;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Escape sequences in what a server says (CWE-150): names, replies and files drew on the terminal
/// of the client, hid what was there or typed into it. R27.
class TerminalEscapeTest {
  private static final String EVIL =
      "a\u001B[2J\u001B]0;x\u0007\u009B31m\rb\u202Ec\u0085d\u0008e\u007F";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<String> asked = new ArrayList<>();
  private final Screen screen =
      new PlainScreen(
          new PrintStream(printed, true, UTF_8),
          new PrintStream(printed, true, UTF_8),
          80,
          question -> {
            asked.add(question);
            return Optional.of(Secret.of("x"));
          });

  @Test
  void printsNoneOfThem() {
    screen.line(EVIL);
    screen.note(EVIL);
    screen.error(EVIL);

    assertHarmless(printed.toString(UTF_8), 3);
  }

  @Test
  void asksWithNoneOfThem() {
    screen.askSecret(EVIL);

    assertHarmless(asked.getFirst(), 1);
  }

  @Test
  void showsAFileWithNoneOfThem() throws IOException {
    try (OutputStream content = screen.content()) {
      content.write((EVIL + "\n" + EVIL).getBytes(UTF_8));
    }

    assertHarmless(printed.toString(UTF_8), 2);
  }

  private static void assertHarmless(String text, int lines) {
    assertThat(text).hasLineCount(lines);
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || c == 0x202E);
  }
}
