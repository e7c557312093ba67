package dev.simpleftp.filesystem.directory;

/// What an upload waits for before it counts.
public enum Durability {
  /// Content and directory are forced to the device: a committed file survives a power cut.
  COMMIT,
  /// The same order without the two forces: a committed file survives the end of this process.
  NONE
}
