package dev.simpleftp.filesystem.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the device under a file system holds for sure: a file's content since its last force, a
/// directory's entries since its last force. Everything else is lost at a power cut.
///
/// POSIX promises no more; real file systems often keep more.
final class LossyDisk {
  private final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, Map<String, Stat>> entries = new HashMap<>();
  private String root = "";

  /// A disk on which all that stands below this directory is safe.
  static LossyDisk holding(Path directory) throws IOException {
    var disk = new LossyDisk();
    disk.root = stat(directory).unique();
    disk.keep(directory);
    return disk;
  }

  private void keep(Path path) throws IOException {
    Stat stat = stat(path);
    if (stat.isFile()) {
      contents.put(stat.unique(), Files.readAllBytes(path));
    }
    if (stat.isDirectory()) {
      Map<String, Stat> names = new HashMap<>();
      for (Path child : children(path)) {
        names.put(child.getFileName().toString(), stat(child));
        keep(child);
      }
      entries.put(stat.unique(), names);
    }
  }

  private static List<Path> children(Path directory) throws IOException {
    try (var list = Files.list(directory)) {
      return list.toList();
    }
  }

  private static Stat stat(Path path) throws IOException {
    return Stat.of(
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
  }

  /// A file was made: nothing of it is safe, whatever had its number before.
  synchronized void made(String unique) {
    contents.remove(unique);
  }

  synchronized void forced(String unique, byte[] content) {
    contents.put(unique, content);
  }

  synchronized void forced(String unique, Map<String, Stat> names) {
    entries.put(unique, names);
  }

  /// Makes in an empty directory what the device holds.
  synchronized void restore(Path into) throws IOException {
    restore(root, into);
  }

  private void restore(String directory, Path into) throws IOException {
    for (var entry : entries.getOrDefault(directory, Map.of()).entrySet()) {
      Path path = into.resolve(entry.getKey());
      Stat stat = entry.getValue();
      if (stat.isFile()) {
        Files.write(path, contents.getOrDefault(stat.unique(), new byte[0]));
      } else if (stat.isDirectory()) {
        restore(stat.unique(), Files.createDirectory(path));
      }
    }
  }
}
