package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.util.Optional;

/// Hands everything on: the ground for a rule that concerns few operations.
///
/// A rule that must hold for all of them implements [FileStore] itself, so that the compiler asks.
public abstract class ForwardingFileStore implements FileStore {
  private final FileStore inner;

  protected ForwardingFileStore(FileStore inner) {
    this.inner = inner;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    return inner.describe(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    return inner.list(directory);
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    return inner.download(path, offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    return inner.upload(path, mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    inner.makeDirectory(path);
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    inner.removeFile(path);
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    inner.removeDirectory(path);
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    inner.rename(from, to);
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return inner.capability(type);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}
