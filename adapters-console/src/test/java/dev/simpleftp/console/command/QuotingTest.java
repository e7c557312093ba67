package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.console.terminal.TerminalText;
import dev.simpleftp.domain.LosslessUtf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is completed and what is shown is read back as the same name.
class QuotingTest {
  private static final String NASTY = " '\"\\;|><#!*?&()~$`-.xa0\t\u001b\u00fc\u6f22\u200e\u2028";
  private static final int NAMES = 20_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my file",
        "it's",
        "say \"hi\"",
        "back\\slash",
        "-rf",
        "--",
        "#a",
        "!b",
        "~",
        "~me",
        "a;b",
        "a|b",
        "a>b",
        "*",
        "what?",
        "tab\there",
        "\u001b[2J",
        "\uDC80\uDCFF",
        "a\\x41",
        "\u6f22 \u5b57",
        "\u202egnp"
      })
  void readsBackWhatItWrote(String name) throws BadCommand {
    assertSame(name);
  }

  @Test
  void readsBackAnyName() throws BadCommand {
    var random = new Random(4);
    for (int i = 0; i < NAMES; i++) {
      assertSame(i % 2 == 0 ? fromBytes(random) : fromNasty(random));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"plain.txt,plain.txt", "my file,'my file'", "it's,it\\'s", "-rf,'-rf'", "~,\\~"})
  void showsNamesAsTheyCanBeTyped(String name, String shown) {
    assertThat(Quoting.shown(name)).isEqualTo(shown);
  }

  private static void assertSame(String name) throws BadCommand {
    for (String written : List.of(Quoting.typed(name), Quoting.shown(name))) {
      List<Token> tokens = CommandLine.tokens("get " + written);

      assertThat(tokens).as("%s", TerminalText.clean(name)).hasSize(2);
      assertThat(tokens.getLast().text()).isEqualTo(name);
      assertThat(tokens.getLast().word().pattern()).isFalse();
      assertThat(tokens.getLast().word().isOption()).isFalse();
      assertThat(TerminalText.clean(written)).isEqualTo(written);
    }
  }

  private static String fromBytes(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(12)];
    random.nextBytes(bytes);
    return LosslessUtf8.decode(bytes);
  }

  private static String fromNasty(Random random) {
    List<String> characters = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(10); i++) {
      characters.add(NASTY.charAt(random.nextInt(NASTY.length())) + "");
    }
    return String.join("", characters);
  }
}
