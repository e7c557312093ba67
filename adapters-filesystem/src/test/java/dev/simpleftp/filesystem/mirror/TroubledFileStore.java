package dev.simpleftp.filesystem.mirror;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.ForwardingFileStore;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;

/// Asks somebody before each operation, and refuses a second one while a listing is open.
final class TroubledFileStore extends ForwardingFileStore {
  private final Trouble trouble;
  private int openListings;

  TroubledFileStore(FileStore inner, Trouble trouble) {
    super(inner);
    this.trouble = trouble;
  }

  /// Fails or does not.
  @FunctionalInterface
  interface Trouble {
    void before(String operation, FilePath path) throws IOException;
  }

  private void ask(String operation, FilePath path) throws IOException {
    if (openListings > 0) {
      throw new IllegalStateException(operation + " while a listing is open");
    }
    trouble.before(operation, path);
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    ask("describe", path);
    return super.describe(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    ask("list", directory);
    Listing inner = super.list(directory);
    openListings++;
    return new Listing() {
      @Override
      public long forEach(Visitor visitor) throws IOException {
        return inner.forEach(visitor);
      }

      @Override
      public void close() throws IOException {
        openListings--;
        inner.close();
      }
    };
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    ask("download", path);
    return super.download(path, offset);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    ask("upload", path);
    return super.upload(path, mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    ask("make", path);
    super.makeDirectory(path);
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    ask("remove", path);
    super.removeFile(path);
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    ask("removeDirectory", path);
    super.removeDirectory(path);
  }
}
