package dev.simpleftp.console;

import java.nio.file.Path;

/// What the console runs when nobody types.
public sealed interface Script {
  /// Commands parted by `;` or line ends.
  record Commands(String text) implements Script {}

  /// The lines of a file.
  record File(Path file) implements Script {}

  /// The lines of the standard input.
  record Input() implements Script {}
}
