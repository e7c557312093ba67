package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.DataStream;
import dev.simpleftp.socket.wire.ListFormat;
import dev.simpleftp.socket.wire.MlsxFacts;
import dev.simpleftp.socket.wire.UnixListing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes a listing to the data connection in blocks; it never holds more than one block.
final class ListingWriter implements ListFiles.Reader {
  private static final int BLOCK = 32 * 1024;

  private final Transfers.Link link;
  private final ListFormat format;
  private final MlsxFacts facts;
  private final UnixListing unix = new UnixListing(Instant.now());
  private final StringBuilder block = new StringBuilder();
  private @Nullable DataStream data;
  private long written;

  ListingWriter(Transfers.Link link, ListFormat format, MlsxFacts facts) {
    this.link = link;
    this.format = format;
    this.facts = facts;
  }

  /// MLSD is for directories alone (RFC 3659 §7.2); the others list a single file too.
  @Override
  public void begin(FileKind subject) throws IOException {
    if (format == ListFormat.FACTS && subject != FileKind.DIRECTORY) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    data = link.open("Here comes the listing.");
  }

  @Override
  public void entry(FileEntry entry) throws IOException {
    switch (format) {
      case UNIX -> unix.append(block, entry);
      case NAMES -> block.append(entry.name().text());
      case FACTS -> facts.append(block, entry, entry.name().text());
    }
    block.append("\r\n");
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
}
