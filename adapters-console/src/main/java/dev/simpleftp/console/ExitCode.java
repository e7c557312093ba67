package dev.simpleftp.console;

/// How a script or a single command ended, for the shell that started it.
public enum ExitCode {
  /// Every command did what it says.
  SUCCESS(0, "done, and verified"),
  /// A command failed in a way that has no number of its own; those behind it were not run.
  FAILURE(1, "failed in another way"),
  /// A command was not understood; those behind it were not run.
  USAGE(2, "the command was not understood; nothing was done"),
  /// Nobody can be reached, or the line broke and trying again did not help.
  CONNECTION(3, "the server cannot be reached, or the line broke"),
  /// Name or password are wrong, or missing.
  LOGIN(4, "the login was refused, or there is no password"),
  /// A store said no.
  REFUSED(5, "the server said no: not there, not allowed, no room"),
  /// This machine said no, or failed.
  LOCAL(6, "this machine said no: not there, not allowed, disk full"),
  /// What arrived is not what was sent.
  MISMATCH(7, "what arrived is not what was sent"),
  /// Some of several things were done.
  PARTIAL(8, "some of several files failed"),
  /// Somebody ended it, as with Ctrl-C.
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /// The exit code of the process.
  public int number() {
    return number;
  }

  /// What it says, in a few words.
  public String meaning() {
    return meaning;
  }
}
