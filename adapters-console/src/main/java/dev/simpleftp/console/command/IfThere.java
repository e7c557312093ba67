package dev.simpleftp.console.command;

/// What becomes of a file that stands where the copy shall go.
public enum IfThere {
  /// Whoever is at the terminal is asked; a script refuses.
  ASK,
  REPLACE,
  /// An unfinished copy goes on; a complete one stays.
  RESUME,
  SKIP;

  /// The options that choose: `-f`, `-c` and `-n`.
  static final String OPTIONS = "fcn";

  /// The one that was given.
  ///
  /// @throws BadCommand more than one was
  static IfThere of(Given given) throws BadCommand {
    if (OPTIONS.chars().filter(c -> given.has((char) c)).count() > 1) {
      throw new BadCommand("-f, -c and -n exclude each other; choose one.");
    }
    if (given.has('f')) {
      return REPLACE;
    }
    if (given.has('c')) {
      return RESUME;
    }
    return given.has('n') ? SKIP : ASK;
  }
}
