package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.StoreErrors.translating;

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
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One session's view of a [DirectoryTree].
final class DirectoryFileStore implements FileStore {
  private final DirectoryTree tree;
  private final PathJail jail;
  private final OpenTransfers transfers = new OpenTransfers();

  DirectoryFileStore(DirectoryTree tree) {
    this.tree = tree;
    this.jail = tree.jail();
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    hideReserved(path);
    return translating(() -> jail.stat(path).entry(path.name()));
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    hideReserved(directory);
    return translating(() ->
        new DirectoryListing(jail.openForListing(directory), directory, tree.hidesReserved()));
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    hideReserved(path);
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return translating(() -> {
      try (Directory parent = jail.walk(path.parent(), Refusal.NOT_FOUND)) {
        return download(OpenFile.open(parent, path.name()), path, offset);
      }
    });
  }

  private Download download(OpenFile file, FilePath path, long offset) throws IOException {
    if (offset > file.entry().size()) {
      file.channel().close();
      throw new Refused(Refusal.OFFSET_BEYOND_END);
    }
    var download = new FileDownload(this, path, file, offset);
    transfers.add(download);
    return download;
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    denyReserved(path);
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return translating(() -> StagedUpload.begin(this, path, mode));
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    denyReserved(path);
    if (path.isRoot()) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
    translating(() -> {
      try (Directory parent = jail.walk(path.parent(), Refusal.NOT_A_DIRECTORY)) {
        Target target = Target.in(parent, path);
        target.requireFree();
        tree.staging().makeDirectory(target);
        tree.settle(parent);
        return path;
      }
    });
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    denyReserved(path);
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    translating(() -> {
      try (Directory parent = jail.walk(path.parent(), Refusal.NOT_FOUND)) {
        removeFile(parent, path);
        return path;
      }
    });
  }

  private static void removeFile(Directory parent, FilePath path) throws IOException {
    var name = NativeNames.path(path.name());
    if (parent.stat(name).isDirectory()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    parent.deleteFile(name);
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    denyReserved(path);
    if (path.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    translating(() -> {
      try (Directory parent = jail.walk(path.parent(), Refusal.NOT_FOUND)) {
        removeDirectory(parent, path);
        return path;
      }
    });
  }

  private static void removeDirectory(Directory parent, FilePath path) throws IOException {
    var name = NativeNames.path(path.name());
    if (!parent.stat(name).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    parent.deleteDirectory(name);
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    denyReserved(from);
    denyReserved(to);
    if (from.isRoot() || to.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    translating(() -> {
      try (Directory parent = jail.walk(from.parent(), Refusal.NOT_FOUND)) {
        rename(parent, from, to);
        return to;
      }
    });
  }

  private void rename(Directory parent, FilePath from, FilePath to) throws IOException {
    var name = NativeNames.path(from.name());
    Stat moved = parent.stat(name);
    if (to.startsWith(from) && !to.equals(from)) {
      throw new Refused(moved.isDirectory() ? Refusal.BAD_NAME : Refusal.NOT_A_DIRECTORY);
    }
    try (Directory newParent = jail.walk(to.parent(), Refusal.NOT_A_DIRECTORY)) {
      Target target = Target.in(newParent, to);
      target.requireReplaceableBy(moved);
      parent.move(name, newParent, target.name());
      tree.settle(newParent);
    }
    if (!from.parent().equals(to.parent())) {
      tree.settle(parent);
    }
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return Capability.find(
            type,
            (Capability.Timestamps) this::modify,
            (Capability.Permissions) this::changeMode,
            (Capability.Space) this::available,
            (Capability.Unfinished) DirectoryFileStore::partOf)
        .filter(this::isThere);
  }

  private static FilePath partOf(FilePath path) throws Refused {
    if (path.isRoot()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return path.withName(path.name().part());
  }

  private boolean isThere(Capability ability) {
    return switch (ability) {
      case Capability.Permissions _ -> tree.keepsModes();
      case Capability.Unfinished _ -> tree.staging() instanceof VisibleStaging;
      case Capability.RawCommands _ -> false;
      case Capability.Timestamps _,
          Capability.Space _,
          Capability.Checksums _,
          Capability.Facts _ ->
          true;
    };
  }

  /// The JDK cannot hand the system a fraction of a second before 1970: there it is cut off.
  private void modify(FilePath path, Instant modified) throws IOException {
    denyReserved(path);
    boolean old = modified.isBefore(Instant.EPOCH);
    Instant time = old ? modified.truncatedTo(ChronoUnit.SECONDS) : modified;
    translating(() -> jail.change(path, (parent, name) -> parent.setModified(name, time)));
  }

  private void changeMode(FilePath path, int mode) throws IOException {
    denyReserved(path);
    translating(() -> jail.change(path, (parent, name) -> parent.setMode(name, mode)));
  }

  private long available(FilePath directory) throws IOException {
    if (!describe(directory).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    return translating(tree::usableSpace);
  }

  @Override
  public void close() throws IOException {
    transfers.close();
  }

  DirectoryTree tree() {
    return tree;
  }

  OpenTransfers transfers() {
    return transfers;
  }

  private void hideReserved(FilePath path) throws Refused {
    if (tree.hidesReserved()) {
      Reserved.hide(path);
    }
  }

  private void denyReserved(FilePath path) throws Refused {
    if (tree.hidesReserved()) {
      Reserved.deny(path);
    }
  }
}
