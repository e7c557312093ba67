package dev.simpleftp.filesystem.directory;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns names into the JDK's paths and back, byte for byte, whatever the locale.
///
/// `Path.of(String)` knows only names that the locale can spell; under `LANG=C` that is ASCII. A
/// `file:` URI carries the bytes themselves.
final class NativeNames {
  private NativeNames() {}

  /// The path of one segment.
  ///
  /// @throws Refused BAD_NAME where this file system has no such name
  static Path path(FileName name) throws Refused {
    String text = name.text();
    try {
      return isPlain(text) ? Path.of(text) : segment(LosslessUtf8.encode(text));
    } catch (InvalidPathException e) {
      throw new Refused(Refusal.BAD_NAME);
    }
  }

  /// The name of a path's last segment; null when it cannot travel (a line end in it).
  static @Nullable FileName name(Path path) {
    Path segment = Objects.requireNonNull(path.getFileName());
    String text = segment.toString();
    if (!isPlain(text)) {
      text = LosslessUtf8.decode(bytes(segment));
    }
    return FileName.isValid(text) ? new FileName(text) : null;
  }

  private static Path segment(byte[] bytes) {
    var uri = new StringBuilder("file:///");
    for (byte b : bytes) {
      uri.append('%').append(String.format(Locale.ROOT, "%02X", b));
    }
    return Objects.requireNonNull(Path.of(URI.create(uri.toString())).getFileName());
  }

  private static byte[] bytes(Path segment) {
    String raw = segment.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    return unescape(raw.substring(raw.lastIndexOf('/', end - 1) + 1, end));
  }

  private static byte[] unescape(String raw) {
    var result = new ByteArrayOutputStream();
    byte[] ascii = raw.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < ascii.length; i++) {
      if (ascii[i] == '%') {
        result.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        result.write(ascii[i]);
      }
    }
    return result.toByteArray();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
  }
}
