package dev.simpleftp.socket.classroom;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.TextBlocks;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes the names of a directory, one per line and nothing behind the last one.
final class NameWriter implements ListFiles.Reader {
  private final Opening opening;
  private @Nullable TextBlocks out;
  private String separator = "";

  NameWriter(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void begin(ListFiles.Subject subject) throws IOException {
    out = new TextBlocks(opening.open());
  }

  @Override
  public void entry(FileEntry entry) throws IOException {
    if (out != null) {
      out.block().append(separator).append(entry.name().text());
      separator = "\n";
      out.next();
    }
  }

  /// Sends what is left.
  void flush() throws IOException {
    if (out != null) {
      out.flush();
    }
  }

  /// Opens the data connection once the store has agreed.
  @FunctionalInterface
  interface Opening {
    DataConnection open() throws IOException;
  }
}
