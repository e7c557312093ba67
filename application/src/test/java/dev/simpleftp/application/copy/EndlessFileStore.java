package dev.simpleftp.application.copy;

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
import java.time.Instant;

/// A tree that somebody makes up: so many directories in each directory, for ever.
///
/// Whatever is made or removed in it is only counted.
final class EndlessFileStore implements FileStore {
  private final long width;
  int made;
  int listed;
  int removed;

  EndlessFileStore(long width) {
    this.width = width;
  }

  @Override
  public FileEntry describe(FilePath path) {
    return FileEntry.directory(path.name(), Instant.EPOCH);
  }

  @Override
  public Listing list(FilePath directory) {
    listed++;
    return new Listing() {
      @Override
      public long forEach(Visitor visitor) throws IOException {
        for (long i = 0; i < width; i++) {
          visitor.visit(FileEntry.directory(new FileName("d" + i), Instant.EPOCH));
        }
        return width;
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    throw new Refused(Refusal.NOT_A_FILE);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void makeDirectory(FilePath path) {
    made++;
  }

  @Override
  public void removeFile(FilePath path) {
    removed++;
  }

  @Override
  public void removeDirectory(FilePath path) {
    removed++;
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void close() {}
}
