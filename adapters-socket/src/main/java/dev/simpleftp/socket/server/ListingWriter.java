package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.channel.DataStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// Writes a listing to the data connection in blocks; it never holds more than one block.
final class ListingWriter implements ListFiles.Reader {
  private static final int BLOCK = 32 * 1024;

  private final Transfers.Link link;
  private final ListingLines lines;
  private final StringBuilder block = new StringBuilder();
  private @Nullable DataStream data;
  private long written;

  ListingWriter(Transfers.Link link, ListingLines lines) {
    this.link = link;
    this.lines = lines;
  }

  @Override
  public void begin(ListFiles.Subject subject) throws IOException {
    lines.begin(subject);
    data = link.open("Here comes the listing.");
  }

  @Override
  public void entry(FileEntry entry) throws IOException {
    lines.append(block, entry);
    block.append("\r\n");
    if (block.length() >= BLOCK) {
      flush();
    }
  }

  /// Sends what is left. Where nothing is, the sink is asked for all the same: in MODE Z a stream
  /// of no octets is more than nothing.
  void flush() throws IOException {
    if (data == null) {
      throw new IllegalStateException("A listing is written after it began.");
    }
    WritableByteChannel sink = data.sink();
    ByteBuffer bytes = ByteBuffer.wrap(LosslessUtf8.encode(block.toString()));
    while (bytes.hasRemaining()) {
      written += sink.write(bytes);
      data.moved(written);
    }
    block.setLength(0);
  }
}
