package dev.simpleftp.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The arguments of a command: its options, and the words that are none.
///
/// @param options the letters that were given; a long option counts as its letter
/// @param number what stood behind the option that takes a number
/// @param words the others, in their order
record Given(String options, OptionalInt number, List<Word> words) {
  private static final int LONGEST_NUMBER = 9;

  /// Parts options from names; behind `--` everything is a name.
  ///
  /// @param names the long options of the command
  /// @throws BadCommand an unknown long option, or no number where one belongs
  static Given of(List<Word> arguments, Names names) throws BadCommand {
    var reading = new Reading(names);
    for (Word word : arguments) {
      reading.take(word);
    }
    return new Given(reading.letters.toString(), reading.number, reading.words);
  }

  /// Finds a long option as it is typed.
  @FunctionalInterface
  interface Names {
    /// The option of this name.
    ///
    /// @throws BadCommand the command has none
    LongOption find(String typed) throws BadCommand;
  }

  /// Every argument is a name, whatever it begins with.
  static Given withoutOptions(List<Word> arguments) {
    return new Given("", OptionalInt.empty(), arguments);
  }

  boolean has(char option) {
    return options.indexOf(option) >= 0;
  }

  int size() {
    return words.size();
  }

  String first() {
    return words.getFirst().text();
  }

  String last() {
    return words.getLast().text();
  }

  /// The first word, or nothing as a path: the present directory.
  String firstOrHere() {
    return words.isEmpty() ? "" : first();
  }

  Optional<String> at(int position) {
    return position < words.size() ? Optional.of(words.get(position).text()) : Optional.empty();
  }

  List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  /// Reads a small whole number.
  ///
  /// @throws BadCommand it is none
  static int number(String text) throws BadCommand {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > LONGEST_NUMBER) {
      throw new BadCommand("'" + text + "' is no number.");
    }
    return Integer.parseInt(text);
  }

  /// What was read so far.
  private static final class Reading {
    final StringBuilder letters = new StringBuilder();
    final List<Word> words = new ArrayList<>();
    OptionalInt number = OptionalInt.empty();
    private final Names names;
    boolean over;

    Reading(Names names) {
      this.names = names;
    }

    void take(Word word) throws BadCommand {
      String text = word.text();
      if (over || !word.isOption()) {
        words.add(word);
      } else if (text.equals("--")) {
        over = true;
      } else if (text.startsWith("--")) {
        takeLong(text);
      } else if (text.charAt(1) == LongOption.PARALLEL.letter()) {
        letters.append(LongOption.PARALLEL.letter());
        number = OptionalInt.of(number(text.substring(2)));
      } else {
        letters.append(text, 1, text.length());
      }
    }

    private void takeLong(String text) throws BadCommand {
      int equals = text.indexOf('=');
      LongOption option = names.find(equals < 0 ? text : text.substring(0, equals));
      if (option.takesNumber() != equals >= 0) {
        throw new BadCommand(
            option.word()
                + (option.takesNumber() ? " takes a number: --parallel=3" : " takes no value."));
      }
      letters.append(option.letter());
      if (option.takesNumber()) {
        number = OptionalInt.of(number(text.substring(equals + 1)));
      }
    }
  }
}
