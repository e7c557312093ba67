package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.wire.MalformedReply;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/// The files of an FTP server. Every path is sent absolute, so no command depends on another.
///
/// One transfer or listing at a time: until it is closed everything else is refused as BUSY.
final class RemoteFileStore implements FileStore {
  private final FtpConnection connection;
  private final Lookup lookup;
  private final InstantSource clock;
  private final Uploads uploads;
  private final RemoteAbilities abilities;

  RemoteFileStore(FtpConnection connection, InstantSource clock) {
    this.connection = connection;
    this.lookup = new Lookup(connection, clock);
    this.clock = clock;
    this.uploads = new Uploads(connection, lookup);
    this.abilities = new RemoteAbilities(connection, lookup);
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    return find(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    boolean byFacts = connection.features().mlsd();
    try {
      return byFacts ? listByFacts(directory) : listAsPrinted(directory);
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.BUSY) {
        throw refused;
      }
      if (byFacts && !connection.features().mlsd()) {
        return list(directory); // It knows no MLSD after all
      }
      // The words of servers differ here more than anywhere; what stands there decides.
      Refusal why = lookup.whyNot(directory, Refusal.NOT_A_DIRECTORY, refused.refusal());
      throw new Refused(why, String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    FileEntry entry = find(path);
    if (entry.isDirectory()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    if (entry.sizeKnown() && entry.isFile() && offset > entry.size()) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    Refusal unclear = offset > 0 ? Refusal.UNSUPPORTED : Refusal.DENIED;
    var transfer = connection.begin("RETR", path.toString(), offset, () -> unclear);
    boolean exact = offset > 0 && entry.sizeKnown();
    long promised = entry.isFile() ? Math.max(0, entry.size() - offset) : 0;
    var promise = new RemoteDownload.Promise(promised, exact && entry.isFile());
    return new RemoteDownload(entry, promise, transfer, connection);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    return uploads.begin(path, mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    connection.command(
        "MKD",
        path.toString(),
        () -> lookup.whyNot(path, Refusal.ALREADY_EXISTS, Refusal.ALREADY_EXISTS));
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    connection.command(
        "DELE", path.toString(), () -> lookup.whyNot(path, Refusal.DENIED, Refusal.NOT_A_FILE));
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    requireNotRoot(path);
    connection.command(
        "RMD",
        path.toString(),
        () -> lookup.whyNot(path, Refusal.NOT_A_DIRECTORY, Refusal.NOT_EMPTY));
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    requireNotRoot(from);
    Reply reply = connection.ask("RNFR", from.toString());
    if (!reply.isIntermediate()) {
      throw FtpConnection.refusal(reply, () -> lookup.whyNot(from, Refusal.DENIED, Refusal.DENIED));
    }
    Reply renamed = connection.ask("RNTO", to.toString());
    if (!renamed.isCompletion()) {
      throw notRenamed(renamed, to);
    }
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return abilities.find(type);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  /// Some servers list what is missing as if it were empty.
  private Listing listByFacts(FilePath directory) throws IOException {
    RemoteListing listing = RemoteListing.byFacts(connection, directory);
    if (listing.hasLines()) {
      return listing;
    }
    if (!lookup.find(directory).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    return new EmptyListing();
  }

  /// Some servers refuse LIST in an empty directory, which this one is when it could be entered.
  private Listing listAsPrinted(FilePath directory) throws IOException {
    connection.command("CWD", directory.toString(), () -> Refusal.DENIED);
    try {
      return PrintedListing.begin(connection, clock.instant());
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.NOT_FOUND) {
        return new EmptyListing();
      }
      throw refused;
    }
  }

  private FileEntry find(FilePath path) throws IOException {
    try {
      return lookup.find(path);
    } catch (MalformedReply e) {
      throw new StoreFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /// The words "Is a directory" are about the new name, which is taken.
  private IOException notRenamed(Reply reply, FilePath to) throws IOException {
    IOException failure =
        FtpConnection.refusal(
            reply, () -> lookup.whyNotMade(to, Refusal.ALREADY_EXISTS, Refusal.DENIED));
    boolean taken = failure instanceof Refused refused && refused.refusal() == Refusal.NOT_A_FILE;
    return taken ? Refusals.as(Refusal.ALREADY_EXISTS, reply) : failure;
  }

  private static void requireNotRoot(FilePath path) throws Refused {
    if (path.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
  }
}
