package dev.simpleftp.filesystem.account;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Writes a text file that is either the old one or the new one, whatever happens.
final class AtomicText {
  private AtomicText() {}

  /// A new file is readable for its owner alone; an old one keeps its permissions.
  static void write(Path file, List<?> lines) throws IOException {
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path fresh = Files.createTempFile(directory, ".users", ".tmp");
    try {
      fill(fresh, LosslessUtf8.encode(text));
      keepPermissions(file, fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void fill(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path old, Path fresh) throws IOException {
    if (!Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      return;
    }
    var permissions =
        Files.exists(old)
            ? Files.getPosixFilePermissions(old)
            : PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(fresh, permissions);
  }
}
