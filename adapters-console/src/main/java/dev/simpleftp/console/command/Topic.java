package dev.simpleftp.console.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Pages of help that belong to no single command.
public enum Topic {
  NAMES(
      """
      Names with blanks or other special characters stand in quotes: get 'my file.txt'.
      A backslash keeps the next character: get my\\ file.txt.
      Bytes that cannot be shown are shown as \\x1b, and can be typed so.
      A name that begins with a dash is typed ./-name, or behind --.\
      """),
  PATTERNS(
      """
      * stands for any run of characters, ? for one: rm *.tmp.
      A name that begins with a dot needs a pattern that begins with one.
      In quotes they stand for themselves: rm 'what?'.\
      """),
  REDIRECTION(
      """
      ls > list.txt     writes the output into a file on this machine
      ls >> list.txt    puts it behind what is in the file
      ls | sort         hands it to a command of this machine's shell
      A command of the shell that ends with another exit code than 0 has failed, and ends a script.
      Control characters are made visible in listings; cat hands on the bytes as they are.\
      """),
  PASSWORDS(
      """
      The password is asked for. A script takes it from SIMPLEFTP_PASSWORD or from ~/.netrc:
      machine HOST login USER password SECRET   (and then: chmod 600 ~/.netrc)
      It is never shown, and never kept in the history or in a bookmark.\
      """),
  SCRIPTS(
      """
      simpleftp client HOST -c 'cd pub; ls'   runs these commands
      simpleftp client HOST -f FILE           runs the lines of a file, - is the standard input
      The first failure ends a script; 'help exit-codes' tells with which exit code.
      # begins a remark. Nobody is asked, so what would ask needs -f: rm -rf old. A file that is
      there already is not replaced: get -f report.pdf.
      Jobs go on to their end; the first that fails gives the exit code.\
      """),
  EXIT_CODES(
      """
      0    every command did what it says
      1    a failure that has no code of its own
      2    a command was not understood
      3    no connection, or it was lost for good
      4    the login was refused
      5    the other side said no: no such file, no permission, a file in the way
      6    this machine said no: a full disk, no such local file, a file in the way
      7    what arrived is not what was sent
      8    some of many files failed
      130  somebody ended it\
      """);

  private final String text;

  Topic(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /// Its name as it is typed behind `help`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Topic> find(String name) {
    return Stream.of(values()).filter(topic -> topic.word().equalsIgnoreCase(name)).findFirst();
  }
}
