package dev.simpleftp.filesystem.journal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;

/// Removes notes that nobody came back for, and nothing else that lies there.
final class JournalSweep {
  private static final Duration OLD = Duration.ofDays(60);
  private static final int MOST = 10_000;
  private static final int DIGEST_LENGTH = 64;

  private final Path directory;
  private final InstantSource clock;

  JournalSweep(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /// Looks at some thousand files at most; what is left over waits for the next process.
  void run() throws IOException {
    int seen = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        seen++;
        if (seen > MOST) {
          return;
        }
        if (isNote(String.valueOf(file.getFileName()))) {
          removeIfOld(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void removeIfOld(Path file) {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      var modified = attributes.lastModifiedTime().toInstant();
      if (attributes.isRegularFile() && modified.isBefore(clock.instant().minus(OLD))) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // Another process was quicker, or it may not be removed: no reason to keep no new note.
    }
  }

  /// A note, or one that was never finished.
  private static boolean isNote(String name) {
    boolean digest =
        name.length() >= DIGEST_LENGTH
            && name.substring(0, DIGEST_LENGTH).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return digest && (name.length() == DIGEST_LENGTH || name.endsWith(".tmp"));
  }
}
