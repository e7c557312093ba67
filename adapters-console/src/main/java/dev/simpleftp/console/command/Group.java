package dev.simpleftp.console.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What commands are about; `help` shows them in these groups.
public enum Group {
  CONNECTING("whom to talk to"),
  LOOKING("what is there"),
  READING("what is in a file"),
  MOVING("files from here to there and back"),
  CHANGING("remote files and directories"),
  LOCAL("this machine"),
  PROTOCOL("what is said on the wire"),
  CONSOLE("the console itself");

  private final String about;

  Group(String about) {
    this.about = about;
  }

  /// What its commands are about, in a few words.
  public String about() {
    return about;
  }

  /// Its name as it is typed behind `help`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its commands in the order of the table.
  public List<CommandWord> words() {
    return CommandWord.all().stream().filter(word -> word.group() == this).toList();
  }

  static Optional<Group> find(String name) {
    return Stream.of(values()).filter(group -> group.word().equalsIgnoreCase(name)).findFirst();
  }
}
