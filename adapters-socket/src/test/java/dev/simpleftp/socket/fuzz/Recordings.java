package dev.simpleftp.socket.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What real clients once sent on their control connections, byte by byte; [SessionRecorder] tells
/// how. `@PORT@` stands in them for the six numbers of a port of the client, `@EPRT@` for the same
/// in the form of EPRT.
final class Recordings {
  private Recordings() {}

  static List<byte[]> all() throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    return all;
  }

  private static Path folder() throws IOException {
    try {
      return Path.of(
          Objects.requireNonNull(Recordings.class.getResource("/fuzz/recordings")).toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
