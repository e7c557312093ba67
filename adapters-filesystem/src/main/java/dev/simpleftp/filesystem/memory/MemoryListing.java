package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.domain.FileName;
import java.io.IOException;
import java.util.Map;

/// Walks over the names of a directory in their order, without a copy of them. What comes or goes
/// meanwhile may be told or not.
final class MemoryListing implements Listing {
  private final Node.Directory directory;

  MemoryListing(Node.Directory directory) {
    this.directory = directory;
  }

  @Override
  public long forEach(Visitor visitor) throws IOException {
    long count = 0;
    for (Map.Entry<FileName, Node> child : directory.children().entrySet()) {
      visitor.visit(child.getValue().entry(child.getKey()));
      count++;
    }
    return count;
  }

  @Override
  public void close() {}
}
