package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void partsWordsAtBlanks() throws BadCommand {
    assertThat(CommandLine.split("  get\ta.bin   b.bin ")).containsExactly("get", "a.bin", "b.bin");
  }

  @Test
  void keepsBlanksInQuotes() throws BadCommand {
    assertThat(CommandLine.split("put \"my file\" 'your \"file\"'"))
        .containsExactly("put", "my file", "your \"file\"");
  }

  @Test
  void keepsTheCharacterBehindABackslash() throws BadCommand {
    assertThat(CommandLine.split("put my\\ file \"a\\\"b\\\\c\\d\" 'e\\f'"))
        .containsExactly("put", "my file", "a\"b\\c\\d", "e\\f");
  }

  @Test
  void joinsWhatStandsTogether() throws BadCommand {
    assertThat(CommandLine.split("a\"b c\"'d e'f")).containsExactly("ab cd ef");
  }

  @Test
  void keepsAnEmptyWordInQuotes() throws BadCommand {
    assertThat(CommandLine.split("ls \"\"")).containsExactly("ls", "");
  }

  @Test
  void takesBytesByTheirNumber() throws BadCommand {
    assertThat(CommandLine.split("a\\x1bb \\xc3\\xbc \\xff"))
        .containsExactly("a\033b", "ü", "\uDCFF");
  }

  @Test
  void refusesAQuoteThatStaysOpen() {
    assertThatThrownBy(() -> CommandLine.split("get 'a"))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("not closed");
  }

  @Test
  void partsCommandsAtSemicolonsOutsideQuotes() {
    assertThat(CommandLine.commands("ls;get 'a;b' ; put c\\;d; size \"e;\\\";f\""))
        .containsExactly("ls", "get 'a;b' ", " put c\\;d", " size \"e;\\\";f\"");
  }
}
