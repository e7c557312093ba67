package dev.simpleftp.bootstrap.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file with certificates, keys or a password.
final class KeyFile {
  private static final int MOST_BYTES = 1 << 20;

  private KeyFile() {}

  /// Its content.
  ///
  /// @param kind what a sentence calls the file
  /// @param option that names the file
  /// @throws IOException whose message is one sentence
  static byte[] bytes(Path file, String kind, String option) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new IOException(
          "The %s %s does not exist; name the right one with %s.".formatted(kind, file, option), e);
    } catch (IOException e) {
      throw new IOException(
          "The %s %s cannot be read; check that it is a file and its permissions."
              .formatted(kind, file),
          e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException(
          "The %s %s is larger than 1 MiB; name the right one with %s."
              .formatted(kind, file, option));
    }
    return bytes;
  }
}
