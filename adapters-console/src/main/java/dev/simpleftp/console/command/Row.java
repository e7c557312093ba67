package dev.simpleftp.console.command;

import java.util.Arrays;
import java.util.List;

/// What the table says of one command.
///
/// @param usage how it is typed
/// @param least the smallest number of arguments
/// @param most the largest number of arguments
/// @param aliases its other names
/// @param subjects what the arguments name, by position
/// @param help what it does, in one line
/// @param example one that works
record Row(
    String usage,
    int least,
    int most,
    List<String> aliases,
    List<Subject> subjects,
    String help,
    String example) {

  /// @param extras aliases as text, and the subjects of the arguments
  static Row of(String usage, int least, int most, Object... extras) {
    return new Row(
        usage, least, most, only(String.class, extras), only(Subject.class, extras), "", "");
  }

  Row help(String line) {
    return new Row(usage, least, most, aliases, subjects, line, example);
  }

  Row example(String line) {
    return new Row(usage, least, most, aliases, subjects, help, line);
  }

  private static <T> List<T> only(Class<T> type, Object... extras) {
    return Arrays.stream(extras).filter(type::isInstance).map(type::cast).toList();
  }
}
