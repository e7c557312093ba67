package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where something new will stand.
///
/// @param parent open until the target is no longer needed
/// @param path as the session calls it
/// @param name as the file system calls it
/// @param old what stands there now
record Target(Directory parent, FilePath path, Path name, Optional<Stat> old) {

  static Target in(Directory parent, FilePath path) throws IOException {
    Path name = NativeNames.path(path.name());
    return new Target(parent, path, name, PathJail.find(parent, name));
  }

  /// Whether content may be put here: over nothing, or over a file that may be replaced.
  void requireOpenTo(WriteMode mode) throws Refused {
    if (mode instanceof WriteMode.Create) {
      requireFree();
    }
    if (old.isPresent() && !old.get().isFile()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
  }

  void requireFree() throws Refused {
    if (old.isPresent()) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
  }

  /// Whether an entry may be moved here: over a file, and a directory over nothing.
  void requireReplaceableBy(Stat moved) throws Refused {
    if (old.isPresent() && old.get().isDirectory()) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
    if (old.isPresent() && moved.isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
  }

  /// How many octets of what is there a new content begins with.
  ///
  /// @param there octets that are there to begin with
  static long kept(WriteMode mode, long there) throws Refused {
    return switch (mode) {
      case WriteMode.Replace(), WriteMode.Create() -> 0;
      case WriteMode.Append() -> there;
      case WriteMode.ResumeAt(long offset) when offset > there ->
          throw new Refused(Refusal.OFFSET_BEYOND_END);
      case WriteMode.ResumeAt(long offset) -> offset;
    };
  }

  long oldSize() {
    return old.map(Stat::size).orElse(0L);
  }
}
