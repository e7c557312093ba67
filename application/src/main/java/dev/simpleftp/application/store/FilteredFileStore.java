package dev.simpleftp.application.store;

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
import java.io.IOException;
import java.util.Optional;

/// Hides names and refuses to give others, by [NameRules].
///
/// A directory that holds hidden entries is not empty and stays: nothing hidden is ever removed.
public final class FilteredFileStore implements FileStore {
  private final FileStore inner;
  private final NameRules rules;

  public FilteredFileStore(FileStore inner, NameRules rules) {
    this.inner = inner;
    this.rules = rules;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    return inner.describe(visible(path));
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    return new FilteredListing(inner.list(visible(directory)), entry -> !rules.hides(entry.name()));
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    return inner.download(visible(path), offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    return inner.upload(allowed(path), mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    inner.makeDirectory(allowed(path));
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    inner.removeFile(visible(path));
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    inner.removeDirectory(visible(path));
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    inner.rename(visible(from), allowed(to));
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return inner.capability(type).map(ability -> type.cast(filtered(ability)));
  }

  private Capability filtered(Capability ability) {
    return switch (ability) {
      case Capability.Timestamps times ->
          (Capability.Timestamps) (path, modified) -> times.modify(visible(path), modified);
      case Capability.Permissions permissions ->
          (Capability.Permissions) (path, mode) -> permissions.change(visible(path), mode);
      case Capability.Space space ->
          (Capability.Space) directory -> space.available(visible(directory));
      case Capability.Checksums checksums -> checksums.behind(this::visible);
      case Capability.RawCommands _ -> Capability.RawCommands.DENIED;
      case Capability.Unfinished unfinished ->
          (Capability.Unfinished) path -> visible(unfinished.placeOf(visible(path)));
      case Capability.Facts facts -> facts;
    };
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  private FilePath visible(FilePath path) throws Refused {
    if (rules.hides(path)) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return path;
  }

  /// A path at which something new may stand.
  private FilePath allowed(FilePath path) throws Refused {
    visible(path.parent());
    if (rules.denies(path.name())) {
      throw new Refused(Refusal.BAD_NAME);
    }
    return path;
  }
}
