package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.channel.DataConnection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one flat directory of a server of the dialect: `ls`, `get` and `put`, everything else is
/// refused as UNSUPPORTED.
///
/// Sizes are unknown. An upload that is given up costs the connection, because its end is the only
/// sign by which a server can tell.
final class ClassroomFileStore implements FileStore {
  private final Dialogue dialogue;
  private @Nullable ClassroomTransfer transfer;

  ClassroomFileStore(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    if (path.isRoot()) {
      return FileEntry.directory(FileName.ROOT, Instant.EPOCH);
    }
    requireNoTransfer();
    if (!path.parent().isRoot() || !names().contains(path.name())) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return FileEntry.fileOfUnknownSize(path.name());
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    if (!describe(directory).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    requireNoTransfer();
    return new NameListing(names());
  }

  /// The end of the connection is taken for the end of the file: the dialect tells no more.
  @Override
  public Download download(FilePath path, long offset) throws IOException {
    requireNoTransfer();
    requireFile(path);
    if (offset > 0) {
      throw new Refused(Refusal.UNSUPPORTED, "The dialect sends whole files only");
    }
    var begun = new ClassroomTransfer(dialogue, beginGet(path.name()));
    transfer = begun;
    return new ClassroomDownload(FileEntry.fileOfUnknownSize(path.name()), begun);
  }

  /// The server's `UPLOAD SUCCESS` is what makes the commit true. Whether it keeps the old file
  /// until then is its own affair.
  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    requireNoTransfer();
    requireFile(path);
    boolean whole =
        switch (mode) {
          case WriteMode.Replace() -> true;
          case WriteMode.ResumeAt(long offset) -> offset == 0;
          case WriteMode.Append(), WriteMode.Create() -> false;
        };
    if (!whole) {
      throw new Refused(Refusal.UNSUPPORTED, "The dialect only replaces whole files");
    }
    var begun = new ClassroomTransfer(dialogue, dialogue.begin("put " + path.name()));
    transfer = begun;
    return new ClassroomUpload(begun);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    throw unsupported();
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    throw unsupported();
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    throw unsupported();
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    throw unsupported();
  }

  /// Takes leave; in the middle of something just leaves.
  @Override
  public void close() throws IOException {
    try (dialogue) {
      ClassroomTransfer running = transfer;
      if (running != null && !running.isOver()) {
        running.giveUp();
      } else if (dialogue.isOpen()) {
        dialogue.say("quit");
      }
    }
  }

  /// A server of the paper waits for an acknowledgement of its no, too.
  private DataConnection beginGet(FileName name) throws IOException {
    try {
      return dialogue.begin("get " + name);
    } catch (Refused refused) {
      dialogue.say("FILE(S) NOT RECEIVED");
      throw refused;
    }
  }

  private List<FileName> names() throws IOException {
    var listing = new ClassroomTransfer(dialogue, dialogue.begin("ls"));
    transfer = listing;
    try {
      return NameList.read(listing);
    } finally {
      listing.giveUp();
    }
  }

  private void requireNoTransfer() throws Refused {
    ClassroomTransfer running = transfer;
    if (running != null && !running.isOver()) {
      throw new Refused(
          Refusal.BUSY, "A transfer is open on this connection; only one can be at a time.");
    }
  }

  private static void requireFile(FilePath path) throws Refused {
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    if (!path.parent().isRoot()) {
      throw new Refused(Refusal.NOT_FOUND, "There are no directories on this server");
    }
  }

  private static Refused unsupported() {
    return new Refused(
        Refusal.UNSUPPORTED, "The classroom dialect can list, get and put files, and no more");
  }

  /// Names that are here already.
  private record NameListing(List<FileName> names) implements Listing {
    @Override
    public long forEach(Visitor visitor) throws IOException {
      for (FileName name : names) {
        visitor.visit(FileEntry.fileOfUnknownSize(name));
      }
      return names.size();
    }

    @Override
    public void close() {}
  }
}
