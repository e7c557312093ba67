package dev.simpleftp.e2e.faults;

/// What goes wrong with a flow.
///
/// @param after so many bytes of its connection have passed; for [Kind#DROP] so many lines
public record Fault(Flow flow, Kind kind, long after) {
  /// The ways in which networks fail.
  public enum Kind {
    /// Both ends are told that the connection was reset.
    RESET,
    /// The same after a number of lines.
    DROP,
    /// The receiver sees the end in order, and the rest is lost. The other direction goes on.
    HALF_CLOSE,
    /// Nothing more comes, until [FaultyRelay#release].
    STALL,
    /// A byte comes now and then.
    TRICKLE,
    /// Each byte comes alone.
    SPLIT,
    /// Everything comes late.
    DELAY
  }

  /// How many of these bytes still pass, given what has passed before.
  int room(byte[] bytes, long passedBytes, long passedLines) {
    if (kind != Kind.DROP) {
      return (int) Math.min(bytes.length, after - passedBytes);
    }
    long lines = passedLines;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && ++lines == after) {
        return i + 1;
      }
    }
    return bytes.length;
  }

  /// Whether it is time for it.
  boolean isDue(long passedBytes, long passedLines) {
    return (kind == Kind.DROP ? passedLines : passedBytes) >= after;
  }

  @Override
  public String toString() {
    return kind + " of " + flow + " after " + after;
  }
}
