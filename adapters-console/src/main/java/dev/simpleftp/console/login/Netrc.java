package dev.simpleftp.console.login;

import dev.simpleftp.domain.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The logins a user keeps in `~/.netrc`.
///
/// @param entries in the order of the file; the first that fits counts
record Netrc(List<Entry> entries) {

  /// A file that is not there.
  static final Netrc EMPTY = new Netrc(List.of());

  Netrc {
    entries = List.copyOf(entries);
  }

  /// One `machine` or the `default`.
  ///
  /// @param machine the host; empty for `default`, which fits them all
  record Entry(Optional<String> machine, Optional<String> login, Optional<Secret> password) {

    boolean fits(String host, Optional<String> user) {
      return machine.map(host::equalsIgnoreCase).orElse(true)
          && user.map(name -> login.map(name::equals).orElse(true)).orElse(true);
    }
  }

  /// The first entry for this host, and for this user if one is named.
  Optional<Entry> find(String host, Optional<String> user) {
    return entries.stream().filter(entry -> entry.fits(host, user)).findFirst();
  }

  /// Reads the text of such a file; a word that means nothing is passed over.
  static Netrc parse(String text) {
    var words = new NetrcWords(text);
    List<Entry> entries = new ArrayList<>();
    Optional<String> word = words.keyword();
    while (word.isPresent()) {
      word =
          switch (word.get()) {
            case "machine" -> entry(words, words.value(), entries);
            case "default" -> entry(words, Optional.empty(), entries);
            default -> skip(words, word.get());
          };
    }
    return new Netrc(entries);
  }

  /// Reads one entry and returns the keyword behind it.
  private static Optional<String> entry(
      NetrcWords words, Optional<String> machine, List<Entry> entries) {
    Optional<String> login = Optional.empty();
    Optional<Secret> password = Optional.empty();
    Optional<String> word = words.keyword();
    while (word.filter(w -> !w.equals("machine") && !w.equals("default")).isPresent()) {
      switch (word.get()) {
        case "login" -> login = words.value();
        case "password" -> password = words.value().map(Secret::of);
        case "account" -> words.value();
        case "macdef" -> words.skipMacro();
        default -> {}
      }
      word = words.keyword();
    }
    entries.add(new Entry(machine, login, password));
    return word;
  }

  private static Optional<String> skip(NetrcWords words, String word) {
    if (word.equals("macdef")) {
      words.skipMacro();
    }
    return words.keyword();
  }
}
