package dev.simpleftp.socket.classroom;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.channel.DataConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Writes the names of a directory, one per line and nothing behind the last one.
final class NameWriter implements ListFiles.Reader {
  private static final int BLOCK = 32 * 1024;

  private final Opening opening;
  private final StringBuilder block = new StringBuilder();
  private @Nullable DataConnection data;
  private String separator = "";
  private long written;

  NameWriter(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void begin(ListFiles.Subject subject) throws IOException {
    data = opening.open();
  }

  @Override
  public void entry(FileEntry entry) throws IOException {
    block.append(separator).append(entry.name().text());
    separator = "\n";
    if (block.length() >= BLOCK) {
      flush();
    }
  }

  /// Sends what is left.
  void flush() throws IOException {
    if (data == null) {
      throw new IllegalStateException("A listing is written after it began.");
    }
    ByteBuffer bytes = ByteBuffer.wrap(LosslessUtf8.encode(block.toString()));
    while (bytes.hasRemaining()) {
      written += data.sink().write(bytes);
      data.moved(written);
    }
    block.setLength(0);
  }

  /// Opens the data connection once the store has agreed.
  @FunctionalInterface
  interface Opening {
    DataConnection open() throws IOException;
  }
}
