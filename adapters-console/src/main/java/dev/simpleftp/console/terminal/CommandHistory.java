package dev.simpleftp.console.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/// The lines typed before, without those that hold a password.
public final class CommandHistory extends DefaultHistory {

  @Override
  public void add(Instant time, String line) {
    if (!holdsPassword(line)) {
      super.add(time, line);
    }
  }

  /// `user:password@host` is refused as an address, but it was typed.
  static boolean holdsPassword(String line) {
    int at = line.lastIndexOf('@');
    int scheme = line.indexOf("://");
    int colon = line.indexOf(':', scheme < 0 ? 0 : scheme + 1);
    return at >= 0 && colon >= 0 && colon < at;
  }

  /// Makes the file where it is missing, for the eyes of its owner only.
  ///
  /// @throws IOException when there can be no such file
  public static void prepare(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
