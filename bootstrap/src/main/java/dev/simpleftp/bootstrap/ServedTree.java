package dev.simpleftp.bootstrap;

import dev.simpleftp.application.port.out.FileStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

/// The tree a server serves, whatever it is made of.
///
/// @param stores makes a store for one session
/// @param resource freed when the server stops
record ServedTree(Supplier<FileStore> stores, Closeable resource) implements Closeable {

  FileStore newStore() {
    return stores.get();
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }
}
