package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.filesystem.transfer.OpenTransfers;
import dev.simpleftp.filesystem.transfer.Writers;
import java.io.IOException;
import java.util.Optional;

/// One session's view of a [MemoryTree].
final class MemoryFileStore implements FileStore {
  private final MemoryTree tree;
  private final OpenTransfers transfers = new OpenTransfers();

  MemoryFileStore(MemoryTree tree) {
    this.tree = tree;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    return tree.describe(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    return new MemoryListing(tree.directory(directory));
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    Node.File file = tree.file(path);
    if (offset > file.content().size()) {
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    return new MemoryDownload(file.entry(path.name()), file.content().from(offset));
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    Node.Directory parent = tree.parentOf(path);
    Writers.Lease lease = tree.writers().acquire(parent, path.name());
    boolean begun = false;
    try {
      Content start = start(tree.contentToReplace(parent, path.name(), mode), mode);
      tree.capacity().take(start.size());
      var upload = new MemoryUpload(this, new MemoryUpload.Place(parent, lease, mode), start);
      transfers.add(upload);
      begun = true;
      return upload;
    } finally {
      if (!begun) {
        tree.writers().release(lease);
      }
    }
  }

  /// What the new bytes follow.
  private static Content start(Content old, WriteMode mode) throws Refused {
    return switch (mode) {
      case WriteMode.Replace(), WriteMode.Create() -> Content.EMPTY;
      case WriteMode.Append() -> old;
      case WriteMode.ResumeAt(long offset) when offset > old.size() ->
          throw new Refused(Refusal.OFFSET_BEYOND_END);
      case WriteMode.ResumeAt(long offset) -> old.prefix(offset);
    };
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    tree.makeDirectory(path);
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    tree.removeFile(path);
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    tree.removeDirectory(path);
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    tree.rename(from, to);
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return Capability.find(
        type,
        (Capability.Timestamps) tree::modify,
        (Capability.Permissions) tree::changeMode,
        (Capability.Space) tree::available);
  }

  @Override
  public void close() throws IOException {
    transfers.close();
  }

  MemoryTree tree() {
    return tree;
  }

  OpenTransfers transfers() {
    return transfers;
  }
}
