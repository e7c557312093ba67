package dev.simpleftp.console;

/// How a script ended, for the shell that started it.
public enum ExitCode {
  /// Every command did what it says.
  SUCCESS(0),
  /// A command failed; those behind it were not run.
  FAILURE(1),
  /// A command was not understood; those behind it were not run.
  USAGE(2);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /// The exit code of the process.
  public int number() {
    return number;
  }
}
