package dev.simpleftp.filesystem.directory;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.io.TempDir;

/// A user's own files keep the contract, except that unfinished copies stay.
@SuppressWarnings("NullAway.Init") // opened before each test
class LocalFilesContractTest extends FileStoreContract {
  @TempDir Path root;
  private DirectoryTree tree;

  LocalFilesContractTest() {
    super(EnumSet.of(Deviation.KEEPS_UNFINISHED, Deviation.NO_RAW_COMMANDS));
  }

  @Override
  protected void openTree() {
    tree = DirectoryTree.ofUser(root, true);
  }

  @Override
  protected FileStore newStore() {
    return tree.newStore();
  }

  @Override
  protected void closeTree() throws IOException {
    tree.close();
  }
}
