package dev.simpleftp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What this machine calls itself. Nobody is asked over the network.
final class HostName {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /// Empty where the system does not tell, or tells what is no name of a host (RFC 952).
  static Optional<String> read() {
    try {
      return Optional.of(Files.readString(KERNEL).strip()).filter(HostName::isName);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.chars().allMatch(HostName::isPartOfName);
  }

  private static boolean isPartOfName(int character) {
    return character == '-'
        || character == '.'
        || (character < 128 && Character.isLetterOrDigit(character));
  }
}
