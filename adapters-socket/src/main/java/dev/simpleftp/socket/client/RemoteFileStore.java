package dev.simpleftp.socket.client;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
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

  RemoteFileStore(FtpConnection connection, InstantSource clock) {
    this.connection = connection;
    this.lookup = new Lookup(connection, clock);
    this.clock = clock;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    return lookup.find(path).entry();
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    try {
      return connection.features().mlst()
          ? RemoteListing.byFacts(connection, directory)
          : listAsPrinted(directory);
    } catch (Refused refused) {
      // The words of servers differ here more than anywhere; what stands there decides.
      if (refused.refusal() == Refusal.BUSY) {
        throw refused;
      }
      Refusal why = lookup.whyNot(directory, Refusal.NOT_A_DIRECTORY, refused.refusal());
      throw new Refused(why, String.valueOf(refused.getMessage()));
    }
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    Lookup.Found found = lookup.find(path);
    FileEntry entry = found.entry();
    if (entry.isDirectory()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    if (found.sizeKnown() && entry.isFile() && offset > entry.size()) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    var transfer = connection.begin("RETR", path.toString(), offset, () -> Refusal.DENIED);
    long promised = entry.isFile() ? Math.max(0, entry.size() - offset) : 0;
    return new RemoteDownload(entry, promised, transfer, connection);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    boolean atomic = connection.features().atomicUploads();
    return switch (mode) {
      case WriteMode.Create() ->
          throw new Refused(Refusal.UNSUPPORTED, "STOR may replace a file that came meanwhile");
      case WriteMode.Append() -> send("APPE", path, 0, Placement.BY_SERVER);
      case WriteMode.ResumeAt(long offset) when offset > 0 -> resume(path, offset);
      case WriteMode.Replace(), WriteMode.ResumeAt(_) ->
          atomic ? send("STOR", path, 0, Placement.BY_SERVER) : replaceLate(path);
    };
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
    return new RemoteAbilities(connection, lookup).find(type);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  private Listing listAsPrinted(FilePath directory) throws IOException {
    return RemoteListing.asPrinted(connection, directory, clock.instant());
  }

  private Upload send(String verb, FilePath path, long offset, Placement placement)
      throws IOException {
    var transfer = connection.begin(verb, path.toString(), offset, () -> whyNoUpload(path));
    return new RemoteUpload(connection, transfer, placement);
  }

  /// The server we do not know might create the part beside a directory of the same name.
  private Upload replaceLate(FilePath path) throws IOException {
    if (lookup.kind(path).filter(kind -> kind == FileKind.DIRECTORY).isPresent()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    PartFile part = PartFile.of(connection, path);
    return send("STOR", part.part(), 0, part);
  }

  private Upload resume(FilePath path, long offset) throws IOException {
    if (!connection.features().atomicUploads() && offset > sizeOrNothing(path)) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    return send("STOR", path, offset, Placement.BY_SERVER);
  }

  private long sizeOrNothing(FilePath path) throws IOException {
    try {
      Lookup.Found found = lookup.find(path);
      return found.sizeKnown() ? found.entry().size() : Long.MAX_VALUE;
    } catch (Refused _) {
      return 0;
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

  private Refusal whyNoUpload(FilePath path) throws IOException {
    return lookup.whyNotMade(path, Refusal.NOT_A_FILE, Refusal.DENIED);
  }

  private static void requireNotRoot(FilePath path) throws Refused {
    if (path.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
  }
}
