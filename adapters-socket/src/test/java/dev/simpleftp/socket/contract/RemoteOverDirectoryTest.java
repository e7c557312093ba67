package dev.simpleftp.socket.contract;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.directory.Durability;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// client → server → directory.
@SuppressWarnings("NullAway.Init") // made before each test
class RemoteOverDirectoryTest extends RemoteContract {
  @TempDir private Path root;
  private DirectoryTree tree;
  private FileStores remote;

  @Override
  protected void openTree() throws IOException {
    tree = DirectoryTree.open(root, Durability.COMMIT);
    remote = serve(tree::newStore);
  }

  @Override
  protected void closeTree() throws Exception {
    super.closeTree();
    tree.close();
  }

  @Override
  protected FileStore newStore() throws IOException {
    return connect(remote);
  }
}
