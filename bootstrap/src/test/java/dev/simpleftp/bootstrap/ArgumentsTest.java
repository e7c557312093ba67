package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Options OPTIONS =
      new Options()
          .addOption(Arguments.flag("flag", "an option without a value"))
          .addOption(Arguments.value("one", "X", "given once"))
          .addOption(Arguments.values("many", "X", "given several times"));

  private enum Colour {
    RED,
    BLUE
  }

  private static Arguments parse(String... words) throws UsageError {
    return Arguments.parse(OPTIONS, List.of(words), 1);
  }

  private static Stream<String> many(Arguments arguments) {
    return arguments.values("many").stream().map(Given::value);
  }

  @Test
  void returnsNothingForWhatWasNotGiven() throws UsageError {
    Arguments none = parse();

    assertThat(none.has("flag")).isFalse();
    assertThat(none.value("one")).isEmpty();
    assertThat(none.duration("one")).isEmpty();
    assertThat(none.bytes("one")).isEmpty();
    assertThat(none.number("one", 1, 9)).isEmpty();
    assertThat(none.choice("one", Colour.class)).isEmpty();
    assertThat(none.path("one")).isEmpty();
    assertThat(many(none)).isEmpty();
  }

  @Test
  void readsEachKindOfValue() throws UsageError {
    assertThat(parse("--flag").has("flag")).isTrue();
    assertThat(parse("--one", "30s").duration("one")).contains(Duration.ofSeconds(30));
    assertThat(parse("--one=64KiB").bytes("one")).contains(65_536L);
    assertThat(parse("--one", "9").number("one", 1, 9)).contains(9);
    assertThat(parse("--one", "Red").choice("one", Colour.class)).contains(Colour.RED);
  }

  @Test
  void keepsTheQuotesOfAValue() throws UsageError {
    assertThat(parse("--one", "\"ls\"").value("one")).contains("\"ls\"");
  }

  @Test
  void keepsSeveralValuesInTheirOrder() throws UsageError {
    assertThat(many(parse("--many", "b", "--many=a", "--flag", "--many", "b")))
        .containsExactly("b", "a", "b");
  }

  @Test
  void takesOneValueAtATime() throws UsageError {
    Arguments arguments = parse("--many", "a", "word");

    assertThat(many(arguments)).containsExactly("a");
    assertThat(arguments.words()).containsExactly("word");
  }

  @Test
  void refusesASecondValueOfASingleOption() {
    assertRefused(() -> parse("--one", "a", "--one", "b"), "--one needs one value; see --help.");
  }

  @Test
  void refusesAnEmptyValue() {
    assertRefused(() -> parse("--one="), "--one needs one value; see --help.");
    assertRefused(() -> parse("--many", ""), "--many needs one value; see --help.");
  }

  @Test
  void saysWhatWasGivenAndWhatItMayBe() {
    assertRefused(
        () -> parse("--one", "30").duration("one"),
        "--one cannot be '30'; give a number with a unit, such as 500ms, 30s, 5m, 1h or 2d.");
    assertRefused(
        () -> parse("--one", "1KB").bytes("one"),
        "--one cannot be '1KB'; give a number of bytes, or one with a unit such as 64KiB, 1MiB or"
            + " 2GiB.");
    assertRefused(
        () -> parse("--one", "10").number("one", 1, 9),
        "--one cannot be '10'; give a number from 1 to 9.");
    assertRefused(
        () -> parse("--one", "0").number("one", 1, 9),
        "--one cannot be '0'; give a number from 1 to 9.");
    assertRefused(
        () -> parse("--one", "green").choice("one", Colour.class),
        "--one cannot be 'green'; choose one of red, blue.");
    assertRefused(
        () -> parse("--one", "a\u0000b").path("one"),
        "--one cannot be 'a\u0000b'; give the path of a file or directory.");
  }

  private static void assertRefused(ThrowingCallable call, String sentence) {
    assertThatThrownBy(call).isInstanceOf(UsageError.class).hasMessage(sentence);
  }
}
