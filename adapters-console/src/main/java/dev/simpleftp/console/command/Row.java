package dev.simpleftp.console.command;

import java.util.List;

/// What the table says of one command.
///
/// @param usage how it is typed; its first word is the name
/// @param least the smallest number of arguments
/// @param most the largest number of arguments
/// @param aliases its other names
/// @param options the letters it takes behind a dash; [#NO_OPTIONS] when a dash means nothing
/// @param subjects what the arguments name, by position
/// @param help what it does: the first sentence stands alone in lists
/// @param examples that work
/// @param prints whether it has an output that can be sent elsewhere
record Row(
    String usage,
    int least,
    int most,
    List<String> aliases,
    String options,
    List<Subject> subjects,
    String help,
    List<String> examples,
    boolean prints) {
  static final int MANY = Integer.MAX_VALUE;

  /// A word that begins with a dash is a word like others.
  static final String NO_OPTIONS = "-";

  static Row of(String usage, int least, int most) {
    return new Row(usage, least, most, List.of(), "", List.of(), "", List.of(), false);
  }

  Row also(String... names) {
    return new Row(usage, least, most, List.of(names), options, subjects, help, examples, prints);
  }

  Row options(String letters) {
    return new Row(usage, least, most, aliases, letters, subjects, help, examples, prints);
  }

  Row names(Subject... what) {
    return new Row(usage, least, most, aliases, options, List.of(what), help, examples, prints);
  }

  Row help(String text) {
    return new Row(usage, least, most, aliases, options, subjects, text.strip(), examples, prints);
  }

  Row examples(String... lines) {
    return new Row(usage, least, most, aliases, options, subjects, help, List.of(lines), prints);
  }

  Row printing() {
    return new Row(usage, least, most, aliases, options, subjects, help, examples, true);
  }

  String name() {
    int end = usage.indexOf(' ');
    return end < 0 ? usage : usage.substring(0, end);
  }
}
