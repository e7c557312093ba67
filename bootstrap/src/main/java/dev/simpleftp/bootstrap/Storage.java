package dev.simpleftp.bootstrap;

import dev.simpleftp.filesystem.directory.Durability;
import java.nio.file.Path;

/// Where the served files lie.
sealed interface Storage {

  /// A directory, made when it is missing.
  record InDirectory(Path root, Durability durability) implements Storage {}

  /// Memory: gone when the server stops.
  ///
  /// @param capacity octets of content it takes
  record InMemory(long capacity) implements Storage {}
}
