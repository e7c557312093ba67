package dev.simpleftp.socket.server;

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
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// A root of many files with long names, made while they are listed; it counts them.
public final class ManyFiles implements FileStore {
  private final AtomicInteger told = new AtomicInteger();
  private final int count;

  public ManyFiles(int count) {
    this.count = count;
  }

  /// How many entries have been asked for.
  public int told() {
    return told.get();
  }

  @Override
  public FileEntry describe(FilePath path) throws Refused {
    if (!path.isRoot()) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return FileEntry.directory(FileName.ROOT, Instant.EPOCH);
  }

  @Override
  public Listing list(FilePath directory) throws Refused {
    describe(directory);
    return new Endless();
  }

  @Override
  public Download download(FilePath path, long offset) throws Refused {
    throw new Refused(Refusal.NOT_FOUND);
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws Refused {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void makeDirectory(FilePath path) throws Refused {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void removeFile(FilePath path) throws Refused {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void removeDirectory(FilePath path) throws Refused {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void rename(FilePath from, FilePath to) throws Refused {
    throw new Refused(Refusal.DENIED);
  }

  @Override
  public void close() {}

  private final class Endless implements Listing {
    @Override
    public long forEach(Visitor visitor) throws IOException {
      for (int i = 0; i < count; i++) {
        String name = String.format(Locale.ROOT, "%06d", i) + "x".repeat(240);
        visitor.visit(FileEntry.file(new FileName(name), i, Instant.EPOCH));
        told.incrementAndGet();
      }
      return count;
    }

    @Override
    public void close() {}
  }
}
