package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;

/// A store that goes wrong where a test says so, and else does what the inner one does.
///
/// Like a connection it does one thing at a time: it refuses everything while a listing is open.
public final class FaultyFileStore extends ForwardingFileStore {
  private final StoreFaults faults;
  private int openListings;

  public FaultyFileStore(FileStore inner, StoreFaults faults) {
    super(inner);
    this.faults = faults;
  }

  private void ask(Operation operation, FilePath path) throws IOException {
    if (openListings > 0) {
      throw new IllegalStateException(operation + " while a listing is open");
    }
    faults.ask(operation, path);
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    ask(Operation.DESCRIBE, path);
    return super.describe(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    ask(Operation.LIST, directory);
    Listing inner = super.list(directory);
    openListings++;
    return new Listing() {
      @Override
      public long forEach(Visitor visitor) throws IOException {
        return inner.forEach(visitor);
      }

      @Override
      public long unread() {
        return inner.unread();
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
    ask(Operation.DOWNLOAD, path);
    return new FaultyDownload(super.download(path, offset), faults, path);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    ask(Operation.UPLOAD, path);
    return new FaultyUpload(super.upload(path, mode), faults, path);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    ask(Operation.MAKE_DIRECTORY, path);
    super.makeDirectory(path);
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    ask(Operation.REMOVE_FILE, path);
    super.removeFile(path);
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    ask(Operation.REMOVE_DIRECTORY, path);
    super.removeDirectory(path);
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    ask(Operation.RENAME, from);
    super.rename(from, to);
  }
}
