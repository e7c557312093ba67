package dev.simpleftp.filesystem.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The transfers a store has open, so that closing the store ends them.
public final class OpenTransfers implements Closeable {
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

  public void add(Closeable transfer) {
    open.add(transfer);
  }

  public void remove(Closeable transfer) {
    open.remove(transfer);
  }

  /// Closes them all, also when closing one of them fails.
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (Closeable transfer : open) {
      try {
        transfer.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
