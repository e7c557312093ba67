package dev.simpleftp.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The arguments of a command: its options, and the words that are none.
///
/// @param options the letters that were given
/// @param words the others, in their order
record Given(String options, List<Word> words) {

  /// Parts options from names; behind `--` everything is a name.
  static Given of(List<Word> arguments) {
    var letters = new StringBuilder();
    List<Word> words = new ArrayList<>();
    boolean over = false;
    for (Word word : arguments) {
      if (over || !word.isOption()) {
        words.add(word);
      } else if (word.text().equals("--")) {
        over = true;
      } else {
        letters.append(word.text(), 1, word.text().length());
      }
    }
    return new Given(letters.toString(), words);
  }

  /// Every argument is a name, whatever it begins with.
  static Given withoutOptions(List<Word> arguments) {
    return new Given("", arguments);
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
}
