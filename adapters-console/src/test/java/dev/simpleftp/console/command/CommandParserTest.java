package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

  @Test
  void takesCommandsInAnyCase() throws BadCommand {
    assertThat(CommandParser.parse("GeT a.bin"))
        .contains(new ConsoleCommand.Get("a.bin", Optional.empty(), IfThere.ASK));
  }

  @ParameterizedTest
  @CsvSource({"disconnect,close", "bye,quit", "exit,quit", "delete,rm", "rename,mv", "?,help"})
  void knowsTheOtherNames(String alias, String word) {
    assertThat(CommandWord.find(alias).map(CommandWord::word)).contains(word);
  }

  static List<CommandWord> all() {
    return CommandWord.all();
  }

  static List<CommandWord> bounded() {
    return all().stream()
        .filter(word -> !word.usage().contains("...") && !word.usage().contains("COMMAND"))
        .toList();
  }

  @Test
  void hasEveryNameOnce() {
    assertThat(CommandWord.allNames().toList()).doesNotHaveDuplicates().hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("all")
  void acceptsItsOwnExamples(CommandWord word) throws BadCommand {
    assertThat(word.examples()).isNotEmpty();
    for (String example : word.examples()) {
      assertThat(CommandParser.parse(CommandParser.split(example).getFirst())).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysInOneSentenceWhatItDoes(CommandWord word) {
    assertThat(word.summary()).endsWith(".").hasSizeLessThan(90);
    assertThat(word.help().lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void saysHowACommandIsTyped(CommandWord word) {
    assertThatThrownBy(() -> CommandParser.parse(word.word() + " a b c d e"))
        .isInstanceOf(BadCommand.class)
        .hasMessageStartingWith("Usage: " + word.word())
        .hasMessageContaining(word.examples().getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"help x", "\\", "q", "help \\"})
  void guessesNothingFromASingleCharacter(String line) {
    assertThatThrownBy(() -> CommandParser.parse(line))
        .isInstanceOf(BadCommand.class)
        .message()
        .doesNotContain("Did you mean");
  }

  @Test
  void suggestsAPageOfHelp() {
    assertThatThrownBy(() -> CommandParser.parse("help zzzz"))
        .hasMessage("There is no help on 'zzzz'. 'help' alone lists what there is.");
    assertThatThrownBy(() -> CommandParser.parse("help paterns"))
        .hasMessageContaining("Did you mean 'help patterns'?");
  }

  @Test
  void refusesAnOptionThatIsNone() {
    assertThatThrownBy(() -> CommandParser.parse("rm -rz a"))
        .hasMessage(
            "rm has no option -z; it has -rf; a name that begins with a dash is typed ./-name.");
  }

  @Test
  void takesAQuotedDashForAName() throws BadCommand {
    assertThat(CommandParser.parse("rm '-r' \\-f -- -x"))
        .get()
        .extracting(command -> ((ConsoleCommand.Remove) command).files())
        .asInstanceOf(InstanceOfAssertFactories.list(Word.class))
        .extracting(Word::text)
        .containsExactly("-r", "-f", "-x");
  }

  @Test
  void sendsTheOutputElsewhere() throws BadCommand {
    assertThat(statement("ls > 'my list'").output())
        .isEqualTo(new Redirection.ToFile("my list", false));
    assertThat(statement("ls>>a").output()).isEqualTo(new Redirection.ToFile("a", true));
    assertThat(statement("ls | sort | head > 'a;b'; pwd").output())
        .isEqualTo(new Redirection.ToShell("sort | head > 'a;b'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls >", "ls > a b", "ls |", "> a", "get a > b", "ls > a | b", "| ls"})
  void refusesARedirectionThatMakesNoSense(String line) {
    assertThatThrownBy(() -> statement(line)).isInstanceOf(BadCommand.class);
  }

  @ParameterizedTest
  @CsvSource({"644,420", "0644,420", "777,511"})
  void readsModes(String typed, int mode) throws BadCommand {
    assertThat(CommandParser.parse("chmod " + typed + " a"))
        .contains(new ConsoleCommand.ChangeMode(mode, List.of(Word.of("a"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chmod 8 a", "chmod 7777 a", "chmod +x a", "touch a 2026-13-01"})
  void refusesWhatIsNoModeOrTime(String line) {
    assertThatThrownBy(() -> CommandParser.parse(line))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("give");
  }

  private static Statement statement(String line) throws BadCommand {
    return CommandParser.parse(CommandParser.split(line).getFirst());
  }

  @ParameterizedTest
  @CsvSource({"gte,get", "opne,open", "sise,size", "stauts,status", "mkdri,mkdir"})
  void suggestsTheNearestCommand(String typed, String meant) {
    assertThatThrownBy(() -> CommandParser.parse(typed))
        .hasMessageContaining("Did you mean '" + meant + "'?");
  }

  @Test
  void suggestsNothingFarFetched() {
    assertThatThrownBy(() -> CommandParser.parse("frobnicate"))
        .hasMessage("Unknown command: frobnicate. 'help' lists the commands.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "# a remark", "  # another"})
  void passesOverLinesWithoutACommand(String line) throws BadCommand {
    assertThat(CommandParser.parse(line)).isEmpty();
  }

  @Test
  void takesOptionsOfListingsButNotNamesForOptions() throws BadCommand {
    assertThat(CommandParser.parse("ls -lat pub"))
        .contains(
            new ConsoleCommand.ListDirectory(
                Word.of("pub"),
                new ListStyle(true, true, false, false, ListStyle.Order.TIME, false)));
    assertThat(CommandParser.parse("ls ./-l"))
        .get()
        .extracting(ConsoleCommand::subject)
        .isEqualTo("./-l");
  }

  @Test
  void takesNoAbbreviation() {
    assertThatThrownBy(() -> CommandParser.parse("rmd x"))
        .isInstanceOf(BadCommand.class)
        .hasMessageStartingWith("Unknown command");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mirror --no-clobber a",
        "get --only-newer a",
        "ls --dry-run a",
        "put --reverse a"
      })
  void takesALongOptionOnlyWhereItMeansSomething(String line) {
    assertThatThrownBy(() -> CommandParser.parse(line))
        .isInstanceOf(BadCommand.class)
        .hasMessageContaining("has no option --");
  }
}
