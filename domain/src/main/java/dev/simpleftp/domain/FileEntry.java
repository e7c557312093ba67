package dev.simpleftp.domain;

import java.time.Instant;
import java.util.OptionalLong;

/// What a listing says of one entry.
///
/// @param name its name in its directory; [FileName#ROOT] for the root
/// @param kind what it is
/// @param size octets of a file; 0 where a size means nothing or nobody knows it
/// @param modified when its content last changed; [Instant#EPOCH] when the store cannot tell
/// @param mode the nine POSIX permission bits, such as `0644`
/// @param unique the same for two names of the same file and for no other file; empty when unknown
/// @param sizeKnown false for a file whose store tells no size: where its content ends, nobody can
///   say whether that was all of it
public record FileEntry(
    FileName name,
    FileKind kind,
    long size,
    Instant modified,
    int mode,
    String unique,
    boolean sizeKnown) {

  private static final int FILE_MODE = 0644;
  private static final int DIRECTORY_MODE = 0755;

  public FileEntry {
    if (size < 0) {
      throw new IllegalArgumentException("A size must not be negative.");
    }
    if ((mode & ~0777) != 0) {
      throw new IllegalArgumentException("A mode has nine bits.");
    }
    if (!sizeKnown && size != 0) {
      throw new IllegalArgumentException("A size that nobody knows is 0.");
    }
  }

  /// An entry whose size is known, or means nothing.
  public FileEntry(
      FileName name, FileKind kind, long size, Instant modified, int mode, String unique) {
    this(name, kind, size, modified, mode, unique, true);
  }

  /// A file of which the store tells the name and nothing else.
  public static FileEntry fileOfUnknownSize(FileName name) {
    return new FileEntry(name, FileKind.FILE, 0, Instant.EPOCH, FILE_MODE, "", false);
  }

  /// A file of a store that keeps neither permissions nor identities.
  public static FileEntry file(FileName name, long size, Instant modified) {
    return new FileEntry(name, FileKind.FILE, size, modified, FILE_MODE, "");
  }

  /// A directory of a store that keeps neither permissions nor identities.
  public static FileEntry directory(FileName name, Instant modified) {
    return new FileEntry(name, FileKind.DIRECTORY, 0, modified, DIRECTORY_MODE, "");
  }

  /// The same of a store that tells no size; only for a file does that make a difference.
  public FileEntry withoutSize() {
    return new FileEntry(name, kind, 0, modified, mode, unique, !isFile());
  }

  /// The octets of the content, if this tells them: the size of a link is that of its text.
  public OptionalLong contentSize() {
    return isFile() && sizeKnown ? OptionalLong.of(size) : OptionalLong.empty();
  }

  public boolean isFile() {
    return kind == FileKind.FILE;
  }

  public boolean isDirectory() {
    return kind == FileKind.DIRECTORY;
  }
}
