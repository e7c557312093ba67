package dev.simpleftp.domain;

/// Why a store says no: an expected answer, not a failure.
public enum Refusal {
  NOT_FOUND("No such file or directory"),
  NOT_A_FILE("Not a regular file"),
  NOT_A_DIRECTORY("Not a directory"),
  ALREADY_EXISTS("File exists"),
  NOT_EMPTY("Directory not empty"),
  DENIED("Permission denied"),
  LOGIN_DENIED("Login incorrect"),
  /// Too many wrong passwords came from there; no password is looked at for a while.
  BANNED("Too many failed logins, try again later"),
  NO_SPACE("No space left on the device"),
  OVER_QUOTA("Quota exceeded"),
  BAD_NAME("File name not allowed"),
  BUSY("Another transfer writes this file"),
  OFFSET_BEYOND_END("The offset lies beyond the end of the file"),
  UNSUPPORTED("Not supported here");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /// The reason in plain words, without a full stop. It names no path, host or class.
  public String sentence() {
    return sentence;
  }
}
