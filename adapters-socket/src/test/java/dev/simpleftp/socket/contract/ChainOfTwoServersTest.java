package dev.simpleftp.socket.contract;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;

/// client → server → client → server → memory: a proxy is only a wiring.
class ChainOfTwoServersTest extends RemoteContract {
  @SuppressWarnings("NullAway.Init") // made before each test
  private FileStores outer;

  @Override
  protected void openTree() throws IOException {
    outer = serve(serve(new MemoryTree()::newStore));
  }

  @Override
  protected FileStore newStore() throws IOException {
    return connect(outer);
  }
}
