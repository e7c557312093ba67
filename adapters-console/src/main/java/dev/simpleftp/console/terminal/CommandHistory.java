package dev.simpleftp.console.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import org.jline.reader.impl.history.DefaultHistory;

/// The lines typed before, without those that hold a password.
public final class CommandHistory extends DefaultHistory {

  @Override
  public void add(Instant time, String line) {
    if (!holdsPassword(line)) {
      super.add(time, line);
    }
  }

  /// An address with a password in it, or a password where an older program takes one.
  static boolean holdsPassword(String line) {
    int at = line.lastIndexOf('@');
    int scheme = line.indexOf("://");
    int colon = line.indexOf(':', scheme < 0 ? 0 : scheme + 1);
    return (at >= 0 && colon >= 0 && colon < at) || namesPassword(line);
  }

  /// `user NAME PASSWORD` and `quote PASS ...` are refused, but they were typed.
  private static boolean namesPassword(String line) {
    String lower = line.strip().toLowerCase(Locale.ROOT);
    boolean user = lower.startsWith("user ") && lower.split(" ", -1).length > 2;
    return user || lower.startsWith("pass ") || lower.contains(" pass ");
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
