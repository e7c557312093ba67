package dev.simpleftp.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

  @Test
  void takesCommandsInAnyCase() throws BadCommand {
    assertThat(CommandParser.parse("GeT a.bin"))
        .contains(new ConsoleCommand.Get("a.bin", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"disconnect,CLOSE", "bye,QUIT", "exit,QUIT", "delete,RM", "rename,MV", "?,HELP"})
  void knowsTheOtherNames(String alias, CommandWord word) {
    assertThat(CommandWord.find(alias)).contains(word);
  }

  @ParameterizedTest
  @EnumSource(CommandWord.class)
  void acceptsItsOwnExamples(CommandWord word) throws BadCommand {
    assertThat(CommandParser.parse(word.example())).isPresent();
  }

  @ParameterizedTest
  @EnumSource(CommandWord.class)
  void saysHowACommandIsTyped(CommandWord word) {
    assertThatThrownBy(() -> CommandParser.parse(word.word() + " a b c d"))
        .isInstanceOf(BadCommand.class)
        .hasMessageStartingWith("Usage: " + word.word())
        .hasMessageContaining(word.example());
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
    assertThat(CommandParser.parse("ls -la pub"))
        .contains(new ConsoleCommand.ListDirectory("pub", true));
    assertThat(CommandParser.parse("ls ./-l"))
        .contains(new ConsoleCommand.ListDirectory("./-l", false));
  }

  @Test
  void takesNoAbbreviation() {
    assertThatThrownBy(() -> CommandParser.parse("rmd x"))
        .isInstanceOf(BadCommand.class)
        .hasMessageStartingWith("Unknown command");
  }
}
