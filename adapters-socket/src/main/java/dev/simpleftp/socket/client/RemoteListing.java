package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.socket.wire.ListedLine;
import dev.simpleftp.socket.wire.ListingParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A MLSD or LIST under way; its lines become entries as they come.
final class RemoteListing implements Listing {
  private final DataTransfer transfer;
  private final LineReader lines;
  private final ListingParser parser;
  private final Duration patience;
  private long unread;

  private RemoteListing(FtpConnection connection, DataTransfer transfer, ListingParser parser) {
    this.transfer = transfer;
    this.lines = new LineReader(transfer, connection.buffer());
    this.parser = parser;
    this.patience = connection.limits().reply();
  }

  /// Begins a listing for machines.
  static RemoteListing byFacts(FtpConnection connection, FilePath directory) throws IOException {
    var transfer = connection.begin("MLSD", directory.toString(), 0, () -> Refusal.DENIED);
    return new RemoteListing(connection, transfer, ListingParser.facts());
  }

  /// Begins a listing of the working directory for people, of any dialect.
  ///
  /// LIST gets no argument: servers take a blank or a dash in one for options.
  static RemoteListing asPrinted(FtpConnection connection, Instant now) throws IOException {
    var transfer = connection.begin("LIST", "", 0, () -> Refusal.DENIED);
    return new RemoteListing(connection, transfer, ListingParser.printed(now));
  }

  @Override
  public long forEach(Visitor visitor) throws IOException {
    long[] entries = new long[1];
    read(told -> {
      visitor.visit(told.entry());
      entries[0]++;
    });
    return entries[0];
  }

  @Override
  public long unread() {
    return unread + lines.tooLong();
  }

  /// The entry of this name; reads the listing to its end, which costs less than to break it off.
  Optional<ListedLine.Entry> find(FileName name) throws IOException {
    var search = new Search(name);
    read(search);
    return Optional.ofNullable(search.found);
  }

  @Override
  public void close() throws IOException {
    transfer.giveUp();
  }

  private void read(Reader reader) throws IOException {
    @Nullable String line = lines.next();
    while (line != null) {
      switch (parser.read(line)) {
        case ListedLine.Entry told -> {
          unread -= told.lines() - 1;
          reader.take(told);
        }
        case ListedLine.Remark _ -> {}
        case ListedLine.Unread _ -> unread++;
      }
      line = lines.next();
    }
    transfer.finish(patience);
  }

  @FunctionalInterface
  private interface Reader {
    void take(ListedLine.Entry told) throws IOException;
  }

  /// Keeps the first entry of a name.
  private static final class Search implements Reader {
    private final FileName name;
    private ListedLine.@Nullable Entry found;

    Search(FileName name) {
      this.name = name;
    }

    @Override
    public void take(ListedLine.Entry told) {
      if (found == null && told.entry().name().equals(name)) {
        found = told;
      }
    }
  }
}
