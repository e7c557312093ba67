package dev.simpleftp.filesystem.mirror;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.store.ForwardingFileStore;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;

/// Cannot read one entry of each listing, as it is with a server of a strange dialect.
final class UnreadFileStore extends ForwardingFileStore {
  UnreadFileStore(FileStore inner) {
    super(inner);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    Listing inner = super.list(directory);
    return new Listing() {
      @Override
      public long forEach(Visitor visitor) throws IOException {
        return inner.forEach(visitor);
      }

      @Override
      public long unread() {
        return 1;
      }

      @Override
      public void close() throws IOException {
        inner.close();
      }
    };
  }
}
