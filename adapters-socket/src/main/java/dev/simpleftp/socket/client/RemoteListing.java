package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.socket.wire.ListingParser;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A MLSD or LIST under way; its lines become entries as they come.
final class RemoteListing implements Listing {
  private final DataTransfer transfer;
  private final LineReader lines;
  private final ListingParser parser;
  private final Duration patience;

  RemoteListing(FtpConnection connection, DataTransfer transfer, ListingParser parser) {
    this.transfer = transfer;
    this.lines = new LineReader(transfer, connection.buffer());
    this.parser = parser;
    this.patience = connection.limits().reply();
  }

  @Override
  public long forEach(Visitor visitor) throws IOException {
    long entries = 0;
    @Nullable String line = lines.next();
    while (line != null) {
      Optional<FileEntry> entry = parser.read(line);
      if (entry.isPresent()) {
        visitor.visit(entry.get());
        entries++;
      }
      line = lines.next();
    }
    transfer.finish(patience);
    return entries;
  }

  @Override
  public void close() throws IOException {
    transfer.giveUp();
  }
}
