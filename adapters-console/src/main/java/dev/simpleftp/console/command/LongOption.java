package dev.simpleftp.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Options that are typed as a word, and the letters they stand for.
enum LongOption {
  FORCE('f'),
  CONTINUE('c'),
  NO_CLOBBER('n'),
  REVERSE('R'),
  DRY_RUN('d'),
  DELETE('e'),
  ONLY_NEWER('n'),
  /// Takes a number: `--parallel=3`, or `-P3`.
  PARALLEL('P');

  private static final String DASHES = "--";

  private final char letter;

  LongOption(char letter) {
    this.letter = letter;
  }

  char letter() {
    return letter;
  }

  /// As it is typed.
  String word() {
    return DASHES + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean takesNumber() {
    return this == PARALLEL;
  }

  /// @throws BadCommand there is none of this name
  static LongOption of(String word) throws BadCommand {
    Optional<LongOption> option =
        Stream.of(values()).filter(o -> o.word().equalsIgnoreCase(word)).findFirst();
    if (option.isEmpty()) {
      throw new BadCommand(
          "There is no option "
              + word
              + Spelling.nearest(word, Arrays.stream(values()).map(LongOption::word))
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; a name that begins with a dash is typed ./-name."));
    }
    return option.get();
  }

  /// Those of a command with these letters whose help tells them.
  static List<String> words(String letters, String help) {
    return Stream.of(values())
        .filter(o -> letters.indexOf(o.letter) >= 0 && help.contains(o.word()))
        .map(o -> o.takesNumber() ? o.word() + "=" : o.word())
        .toList();
  }
}
