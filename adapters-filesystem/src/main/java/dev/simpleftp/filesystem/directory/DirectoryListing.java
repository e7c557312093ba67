package dev.simpleftp.filesystem.directory;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads the entries of an open directory, one at a time.
final class DirectoryListing implements Listing {
  private final Directory directory;
  private final FilePath path;
  private final boolean hidesReserved;

  DirectoryListing(Directory directory, FilePath path, boolean hidesReserved) {
    this.directory = directory;
    this.path = path;
    this.hidesReserved = hidesReserved;
  }

  @Override
  public long forEach(Visitor visitor) throws IOException {
    var counter = new Counter(visitor);
    StoreErrors.translating(() -> {
      directory.forEach(counter::visit);
      return counter;
    });
    return counter.count;
  }

  @Override
  public void close() throws IOException {
    directory.close();
  }

  /// Counts what it hands on.
  private final class Counter {
    private final Visitor visitor;
    private long count;

    Counter(Visitor visitor) {
      this.visitor = visitor;
    }

    /// Leaves out what cannot travel, is hidden, or has gone meanwhile.
    void visit(Path entry) throws IOException {
      FileName name = NativeNames.name(entry);
      if (name == null || (hidesReserved && Reserved.hides(path, name))) {
        return;
      }
      Stat stat;
      try {
        stat = directory.stat(entry);
      } catch (NoSuchFileException _) {
        return;
      }
      visitor.visit(stat.entry(name));
      count++;
    }
  }
}
