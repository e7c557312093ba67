package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.console.command.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void partsWordsAtBlanks() throws BadCommand {
    assertThat(words("  get\ta.bin   b.bin ")).containsExactly("get", "a.bin", "b.bin");
  }

  @Test
  void keepsBlanksInQuotes() throws BadCommand {
    assertThat(words("put \"my file\" 'your \"file\"'"))
        .containsExactly("put", "my file", "your \"file\"");
  }

  @Test
  void keepsTheCharacterBehindABackslash() throws BadCommand {
    assertThat(words("put my\\ file \"a\\\"b\\\\c\\d\" 'e\\f'"))
        .containsExactly("put", "my file", "a\"b\\c\\d", "e\\f");
  }

  @Test
  void joinsWhatStandsTogether() throws BadCommand {
    assertThat(words("a\"b c\"'d e'f")).containsExactly("ab cd ef");
  }

  @Test
  void keepsAnEmptyWordInQuotes() throws BadCommand {
    assertThat(words("ls \"\"")).containsExactly("ls", "");
  }

  @Test
  void takesBytesByTheirNumber() throws BadCommand {
    assertThat(words("a\\x1bb \\xc3\\xbc \\xff")).containsExactly("a\033b", "ü", "\uDCFF");
  }

  @Test
  void refusesAQuoteThatStaysOpen() {
    assertThatThrownBy(() -> words("get 'a"))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("not closed");
  }

  @Test
  void partsCommandsAtSemicolonsOutsideQuotes() throws BadCommand {
    List<List<String>> commands =
        CommandParser.split("ls;get 'a;b' ;\n put c\\;d\n;; size \"e;\\\";f\" # ; rm x").stream()
            .map(tokens -> tokens.stream().map(Token::text).toList())
            .toList();

    assertThat(commands)
        .containsExactly(
            List.of("ls"), List.of("get", "a;b"), List.of("put", "c;d"), List.of("size", "e;\";f"));
  }

  @Test
  void endsARemarkWithItsLine() throws BadCommand {
    assertThat(words("a#b # c 'd")).containsExactly("a#b");
    assertThat(words("'#a' \\#b")).containsExactly("#a", "#b");
  }

  @Test
  void leavesTheRestOfTheLineToTheShell() throws BadCommand {
    List<Token> tokens = CommandLine.tokens("ls; !echo 'a; b' | wc > c\npwd");

    assertThat(tokens)
        .extracting(Token::kind)
        .containsExactly(Kind.WORD, Kind.END, Kind.SHELL, Kind.END, Kind.WORD);
    assertThat(tokens.get(2).text()).isEqualTo("echo 'a; b' | wc > c");
  }

  @Test
  void knowsAPatternFromAQuotedStar() throws BadCommand {
    assertThat(CommandLine.tokens("*.a '*.b' \\*c d?"))
        .extracting(t -> t.word().pattern())
        .containsExactly(true, false, false, true);
  }

  @Test
  void survivesALoneBackslash() throws BadCommand {
    assertThat(words("\\")).containsExactly("\\");
    assertThat(words("a \\")).containsExactly("a", "\\");
  }

  private static List<String> words(String line) throws BadCommand {
    return CommandLine.tokens(line).stream().map(Token::text).toList();
  }
}
