package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.socket.wire.ListedLine;
import dev.simpleftp.socket.wire.ListingParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A MLSD or LIST under way; its lines become entries as they come.
final class RemoteListing implements Listing {
  private final DataTransfer transfer;
  private final LineReader lines;
  private final ListingParser parser;
  private final Duration patience;
  private long unread;
  private long remarks;
  private @Nullable String first;

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
  /// LIST gets no path: servers take a blank or a dash in one for options.
  static RemoteListing asPrinted(FtpConnection connection, String option, Instant now)
      throws IOException {
    var transfer = connection.begin("LIST", option, 0, () -> Refusal.DENIED);
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

  /// Lines read so far that tell no entry, such as those of `.` and `..`.
  long remarks() {
    return remarks;
  }

  /// Waits for the first line; when there is none, the listing is at its end.
  boolean hasLines() throws IOException {
    try {
      first = lines.next();
      if (first == null) {
        transfer.finish(patience);
      }
      return first != null;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    transfer.giveUp();
  }

  /// Reads the listing to its end.
  void read(Reader reader) throws IOException {
    @Nullable String line = first == null ? lines.next() : first;
    while (line != null) {
      switch (parser.read(line)) {
        case ListedLine.Entry told -> {
          unread -= told.lines() - 1;
          reader.take(told);
        }
        case ListedLine.Remark _ -> remarks++;
        case ListedLine.Unread _ -> unread++;
      }
      line = lines.next();
    }
    transfer.finish(patience);
  }

  /// Takes entries with all that their lines tell.
  @FunctionalInterface
  interface Reader {
    void take(ListedLine.Entry told) throws IOException;
  }
}
