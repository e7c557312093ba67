package dev.simpleftp.application.copy;

/// How much of a tree is believed: the other side may make one up without an end.
///
/// @param depth directories in one another
/// @param entries of one directory, and directories or removals that wait
/// @param directories of the whole tree
record TreeLimits(int depth, int entries, int directories) {
  private static final int DEPTH = 200;
  private static final int MOST = 1_000_000;

  /// Octets that an entry may take with all that is kept for it.
  private static final long BYTES_AN_ENTRY = 2048;

  /// As many entries as this machine has memory for.
  static TreeLimits ofMemory() {
    long entries = Runtime.getRuntime().maxMemory() / BYTES_AN_ENTRY;
    return new TreeLimits(DEPTH, (int) Math.min(MOST, entries), MOST);
  }
}
