package dev.simpleftp.console;

/// How a script or a single command ended, for the shell that started it; `help exit-codes` tells
/// them.
public enum ExitCode {
  /// Every command did what it says.
  SUCCESS(0),
  /// A command failed for a reason that has no code of its own; those behind it were not run.
  FAILURE(1),
  /// A command was not understood; those behind it were not run.
  USAGE(2),
  /// The other side cannot be reached, or was lost for good.
  CONNECTION(3),
  /// The login was refused.
  LOGIN(4),
  /// The other side said no: nothing of that name, no permission, a file in the way.
  REFUSED(5),
  /// This machine said no: a full disk, a missing or existing local file.
  LOCAL(6),
  /// What arrived is not what was sent.
  MISMATCH(7),
  /// Some of many files failed.
  PARTIAL(8),
  /// Somebody ended it.
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /// The exit code of the process.
  public int number() {
    return number;
  }
}
