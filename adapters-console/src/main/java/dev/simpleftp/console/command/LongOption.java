package dev.simpleftp.console.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Options that are typed as a word, and the letters they stand for: two of them share a letter
/// that means one thing in some commands and another in others.
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

  /// The same with a mark behind it where a number belongs.
  String shown() {
    return takesNumber() ? word() + "=" : word();
  }

  /// Those of a command with these letters whose help tells them.
  static List<LongOption> of(String letters, String help) {
    return Stream.of(values())
        .filter(o -> letters.indexOf(o.letter) >= 0 && help.contains(o.word()))
        .toList();
  }
}
