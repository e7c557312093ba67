package dev.simpleftp.application.store;

import dev.simpleftp.application.port.out.FileStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Leaves what its session shares with others when it is closed.
public final class PartakingFileStore extends ForwardingFileStore {
  private final List<? extends Closeable> parts;

  public PartakingFileStore(FileStore inner, List<? extends Closeable> parts) {
    super(inner);
    this.parts = List.copyOf(parts);
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      for (Closeable part : parts) {
        part.close();
      }
    }
  }
}
