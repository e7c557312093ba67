package dev.simpleftp.socket.contract;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;

/// client → server → memory.
class RemoteOverMemoryTest extends RemoteContract {
  @SuppressWarnings("NullAway.Init") // made before each test
  private FileStores remote;

  @Override
  protected void openTree() throws IOException {
    remote = serve(new MemoryTree()::newStore);
  }

  @Override
  protected FileStore newStore() throws IOException {
    return connect(remote);
  }
}
