package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.Optional;

/// Asks the grants before every operation, so that no verb can forget a permission.
public final class GuardedFileStore implements FileStore {
  private final FileStore inner;
  private final Grants grants;

  public GuardedFileStore(FileStore inner, Grants grants) {
    this.inner = inner;
    this.grants = grants;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    require(Permission.LIST, path);
    return inner.describe(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    require(Permission.LIST, directory);
    Listing listing = inner.list(directory);
    return grants.isUniform()
        ? listing
        : new FilteredListing(
            listing, entry -> !grants.on(directory.child(entry.name())).isEmpty());
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    require(Permission.READ, path);
    return inner.download(path, offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    require(Permission.WRITE, path);
    return inner.upload(path, mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    require(Permission.MAKE_DIRECTORY, path);
    inner.makeDirectory(path);
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    require(Permission.REMOVE, path);
    inner.removeFile(path);
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    require(Permission.REMOVE, path);
    inner.removeDirectory(path);
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    require(Permission.RENAME, from);
    require(Permission.RENAME, to);
    if (!grants.isUniform()) {
      requireNoGain(from, to);
    }
    if (!grants.allow(Permission.REMOVE, to) && !from.equals(to)) {
      requireFree(to);
    }
    inner.rename(from, to);
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return inner.capability(type).map(ability -> type.cast(guarded(ability)));
  }

  private Capability guarded(Capability ability) {
    return switch (ability) {
      case Capability.Timestamps times ->
          (Capability.Timestamps)
              (path, modified) -> {
                require(Permission.WRITE, path);
                times.modify(path, modified);
              };
      case Capability.Permissions permissions ->
          (Capability.Permissions)
              (path, mode) -> {
                require(Permission.WRITE, path);
                permissions.change(path, mode);
              };
      case Capability.Space space ->
          (Capability.Space)
              directory -> {
                require(Permission.LIST, directory);
                return space.available(directory);
              };
      case Capability.Checksums checksums ->
          checksums.behind(path -> {
            require(Permission.READ, path);
            return path;
          });
      case Capability.RawCommands _ -> Capability.RawCommands.DENIED;
      case Capability.Unfinished unfinished ->
          (Capability.Unfinished)
              path -> {
                require(Permission.WRITE, path);
                return unfinished.placeOf(path);
              };
      case Capability.Facts facts -> facts;
    };
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  /// What is renamed takes its content along, but nobody gets rights to it that he did not have.
  private void requireNoGain(FilePath from, FilePath to) throws Refused {
    boolean gains = !grants.on(from).containsAll(grants.on(to));
    if (gains || grants.hasRuleBelow(from) || grants.hasRuleBelow(to)) {
      throw new Refused(Refusal.DENIED);
    }
  }

  /// Renaming onto a file removes it.
  private void requireFree(FilePath path) throws IOException {
    try {
      inner.describe(path);
    } catch (Refused refused) {
      if (refused.refusal() == Refusal.NOT_FOUND) {
        return;
      }
      throw refused;
    }
    throw new Refused(Refusal.DENIED);
  }

  private void require(Permission permission, FilePath path) throws Refused {
    if (!grants.allow(permission, path)) {
      throw new Refused(Refusal.DENIED);
    }
  }
}
