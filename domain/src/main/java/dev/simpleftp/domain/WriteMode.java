package dev.simpleftp.domain;

/// How an upload meets what is already there.
public sealed interface WriteMode {
  /// The new bytes take the place of the file; a missing one is made.
  record Replace() implements WriteMode {}

  /// The new bytes make a file where nothing stands; nothing is ever replaced.
  record Create() implements WriteMode {}

  /// The new bytes follow the old ones; a missing file is made.
  record Append() implements WriteMode {}

  /// The first `offset` octets stay, the new bytes follow them.
  record ResumeAt(long offset) implements WriteMode {
    public ResumeAt {
      if (offset < 0) {
        throw new IllegalArgumentException("An offset must not be negative.");
      }
    }
  }

  WriteMode REPLACE = new Replace();
  WriteMode CREATE = new Create();
  WriteMode APPEND = new Append();
}
