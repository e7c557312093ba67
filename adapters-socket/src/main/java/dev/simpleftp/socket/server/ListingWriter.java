package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.ListFiles;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.socket.channel.TextBlocks;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes a listing to the data connection while it is read.
final class ListingWriter implements ListFiles.Reader {
  private final Transfers.Link link;
  private final ListingLines lines;
  private @Nullable TextBlocks out;

  ListingWriter(Transfers.Link link, ListingLines lines) {
    this.link = link;
    this.lines = lines;
  }

  @Override
  public void begin(ListFiles.Subject subject) throws IOException {
    lines.begin(subject);
    out = new TextBlocks(link.open("Here comes the listing."));
  }

  @Override
  public void entry(FileEntry entry) throws IOException {
    lines.append(out().block(), entry);
    out().block().append("\r\n");
    out().next();
  }

  /// Sends what is left.
  void flush() throws IOException {
    out().flush();
  }

  private TextBlocks out() {
    if (out == null) {
      throw new IllegalStateException("A listing is written after it began.");
    }
    return out;
  }
}
