package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.socket.wire.ListedLine;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A LIST of the working directory that also shows names with a dot in front, if the server lets
/// it.
///
/// `-a` asks for them. A server that takes it for a name refuses it or shows nothing; then LIST is
/// asked for without it, and for good when that shows more.
final class PrintedListing implements Listing {
  private static final String ALL = "-a";

  private final FtpConnection connection;
  private final Instant now;
  private RemoteListing current;

  private PrintedListing(FtpConnection connection, Instant now, RemoteListing current) {
    this.connection = connection;
    this.now = now;
    this.current = current;
  }

  /// Begins a listing.
  ///
  /// @param now from where dates without a year are counted back
  static PrintedListing begin(FtpConnection connection, Instant now) throws IOException {
    return new PrintedListing(connection, now, beginLines(connection, now));
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

  /// The entry of this name; reads the listing to its end, which costs less than to break it off.
  Optional<ListedLine.Entry> find(FileName name) throws IOException {
    ListedLine.@Nullable Entry[] found = new ListedLine.Entry[1];
    read(told -> {
      if (found[0] == null && told.entry().name().equals(name)) {
        found[0] = told;
      }
    });
    return Optional.ofNullable(found[0]);
  }

  @Override
  public long unread() {
    return current.unread();
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  private static RemoteListing beginLines(FtpConnection connection, Instant now)
      throws IOException {
    if (connection.features().hidden() == RemoteFeatures.Hidden.NOT_SHOWN) {
      return RemoteListing.asPrinted(connection, "", now);
    }
    try {
      return RemoteListing.asPrinted(connection, ALL, now);
    } catch (Refused | StoreFailure refused) {
      if (refused instanceof Refused busy && busy.refusal() == Refusal.BUSY) {
        throw refused;
      }
      RemoteListing plain = RemoteListing.asPrinted(connection, "", now);
      learn(connection, RemoteFeatures.Hidden.NOT_SHOWN);
      return plain;
    }
  }

  private void read(RemoteListing.Reader reader) throws IOException {
    if (connection.features().hidden() != RemoteFeatures.Hidden.UNKNOWN) {
      current.read(reader);
      return;
    }
    var doubt = new Doubt(reader);
    current.read(doubt);
    boolean shows = doubt.shown || (current.remarks() > 0 && current.unread() == 0);
    if (shows) {
      doubt.end();
      learn(connection, RemoteFeatures.Hidden.SHOWN);
    } else {
      readPlain(reader);
    }
  }

  private void readPlain(RemoteListing.Reader reader) throws IOException {
    long[] entries = new long[1];
    current = RemoteListing.asPrinted(connection, "", now);
    current.read(told -> {
      reader.take(told);
      entries[0]++;
    });
    if (entries[0] > 0) {
      learn(connection, RemoteFeatures.Hidden.NOT_SHOWN);
    }
  }

  private static void learn(FtpConnection connection, RemoteFeatures.Hidden hidden) {
    connection.learned(connection.features().withHidden(hidden));
  }

  /// Keeps an entry `-a` back as long as it is alone: it may be all that `LIST -a` shows.
  private static final class Doubt implements RemoteListing.Reader {
    private final RemoteListing.Reader reader;
    private ListedLine.@Nullable Entry doubtful;
    private boolean shown;

    Doubt(RemoteListing.Reader reader) {
      this.reader = reader;
    }

    @Override
    public void take(ListedLine.Entry told) throws IOException {
      if (!shown && doubtful == null && told.entry().name().text().equals(ALL)) {
        doubtful = told;
        return;
      }
      shown = true;
      end();
      reader.take(told);
    }

    void end() throws IOException {
      if (doubtful != null) {
        reader.take(doubtful);
        doubtful = null;
      }
    }
  }
}
