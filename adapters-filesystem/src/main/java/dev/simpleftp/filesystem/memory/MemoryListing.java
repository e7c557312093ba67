package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileEntry;
import java.io.IOException;
import java.util.List;

/// The entries of a directory as they were when it was opened.
final class MemoryListing implements Listing {
  private final List<FileEntry> entries;

  MemoryListing(List<FileEntry> entries) {
    this.entries = entries;
  }

  @Override
  public long forEach(Visitor visitor) throws IOException {
    for (FileEntry entry : entries) {
      visitor.visit(entry);
    }
    return entries.size();
  }

  @Override
  public void close() {}
}
