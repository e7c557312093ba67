package dev.simpleftp.domain;

import java.time.Instant;

/// What a listing says of one entry.
///
/// @param name its name in its directory; [FileName#ROOT] for the root
/// @param kind what it is
/// @param size octets of a file; 0 where a size means nothing
/// @param modified when its content last changed; [Instant#EPOCH] when the store cannot tell
/// @param mode the nine POSIX permission bits, such as `0644`
/// @param unique the same for two names of the same file and for no other file; empty when unknown
public record FileEntry(
    FileName name, FileKind kind, long size, Instant modified, int mode, String unique) {

  private static final int FILE_MODE = 0644;
  private static final int DIRECTORY_MODE = 0755;

  public FileEntry {
    if (size < 0) {
      throw new IllegalArgumentException("A size must not be negative.");
    }
    if ((mode & ~0777) != 0) {
      throw new IllegalArgumentException("A mode has nine bits.");
    }
  }

  /// A file of a store that keeps neither permissions nor identities.
  public static FileEntry file(FileName name, long size, Instant modified) {
    return new FileEntry(name, FileKind.FILE, size, modified, FILE_MODE, "");
  }

  /// A directory of a store that keeps neither permissions nor identities.
  public static FileEntry directory(FileName name, Instant modified) {
    return new FileEntry(name, FileKind.DIRECTORY, 0, modified, DIRECTORY_MODE, "");
  }

  public boolean isFile() {
    return kind == FileKind.FILE;
  }

  public boolean isDirectory() {
    return kind == FileKind.DIRECTORY;
  }
}
