package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the file system says of an entry.
///
/// @param unique device and file number as `fe00g20bfe7`; empty where there is none
record Stat(FileKind kind, long size, Instant modified, int mode, String unique) {
  private static final int FILE_MODE = 0644;
  private static final int DIRECTORY_MODE = 0755;

  static Stat of(BasicFileAttributes attributes) {
    FileKind kind = kind(attributes);
    return new Stat(
        kind,
        kind == FileKind.FILE ? attributes.size() : 0,
        attributes.lastModifiedTime().toInstant(),
        mode(attributes),
        unique(attributes.fileKey()));
  }

  FileEntry entry(FileName name) {
    return new FileEntry(name, kind, size, modified, mode, unique);
  }

  boolean isFile() {
    return kind == FileKind.FILE;
  }

  boolean isDirectory() {
    return kind == FileKind.DIRECTORY;
  }

  /// The device the entry lies on.
  String device() {
    return unique.substring(0, Math.max(0, unique.indexOf('g')));
  }

  private static FileKind kind(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return FileKind.FILE;
    }
    if (attributes.isDirectory()) {
      return FileKind.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? FileKind.LINK : FileKind.OTHER;
  }

  private static int mode(BasicFileAttributes attributes) {
    if (attributes instanceof PosixFileAttributes posix) {
      return Modes.bits(posix.permissions());
    }
    return attributes.isDirectory() ? DIRECTORY_MODE : FILE_MODE;
  }

  /// The JDK gives the key as `(dev=fe00,ino=2146279)`.
  private static String unique(@Nullable Object key) {
    String text = String.valueOf(key);
    int comma = text.indexOf(",ino=");
    if (!text.startsWith("(dev=") || comma < 0) {
      return "";
    }
    long inode = Long.parseUnsignedLong(text.substring(comma + 5, text.length() - 1));
    return text.substring(5, comma) + "g" + Long.toHexString(inode);
  }
}
