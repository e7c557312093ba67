package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Capability;
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
import java.io.IOException;
import java.util.Optional;

/// Shows one directory of a store as if it were the whole: a login's home.
public final class SubtreeFileStore implements FileStore {
  private final FileStore inner;
  private final FilePath top;

  /// @param top the directory of `inner` that becomes the root
  public SubtreeFileStore(FileStore inner, FilePath top) {
    this.inner = inner;
    this.top = top;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    FileEntry entry = inner.describe(path.under(top));
    return path.isRoot() ? renamedToRoot(entry) : entry;
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    return inner.list(directory.under(top));
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    return inner.download(path.under(top), offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    return inner.upload(path.under(top), mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    inner.makeDirectory(path.under(top));
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    inner.removeFile(path.under(top));
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    inner.removeDirectory(belowTop(path));
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    inner.rename(belowTop(from), belowTop(to));
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return inner.capability(type).map(ability -> type.cast(under(ability)));
  }

  private Capability under(Capability ability) {
    return switch (ability) {
      case Capability.Timestamps times ->
          (Capability.Timestamps) (path, modified) -> times.modify(path.under(top), modified);
      case Capability.Permissions permissions ->
          (Capability.Permissions) (path, mode) -> permissions.change(path.under(top), mode);
      case Capability.Space space ->
          (Capability.Space) directory -> space.available(directory.under(top));
      case Capability.Checksums checksums -> checksums.behind(path -> path.under(top));
      case Capability.RawCommands _ -> Capability.RawCommands.DENIED;
      case Capability.Unfinished unfinished ->
          (Capability.Unfinished) path -> aboveTop(unfinished.placeOf(belowTop(path)));
      case Capability.Facts facts -> facts;
    };
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  private FilePath belowTop(FilePath path) throws Refused {
    if (path.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    return path.under(top);
  }

  private FilePath aboveTop(FilePath path) throws Refused {
    return path.relativeTo(top).orElseThrow(() -> new Refused(Refusal.DENIED));
  }

  private static FileEntry renamedToRoot(FileEntry entry) {
    return new FileEntry(
        FileName.ROOT, entry.kind(), entry.size(), entry.modified(), entry.mode(), entry.unique());
  }
}
