package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import dev.simpleftp.application.store.SubtreeFileStore;
import dev.simpleftp.domain.FilePath;
import java.io.IOException;
import java.util.Set;

/// A directory of a tree, shown as a tree of its own, keeps the whole contract.
class SubtreeOfMemoryTest extends FileStoreContract {
  private final MemoryTree tree = new MemoryTree();

  SubtreeOfMemoryTest() {
    super(Set.of(Deviation.NO_RAW_COMMANDS));
  }

  @Override
  protected void openTree() throws IOException {
    tree.makeDirectory(FilePath.of("/home"));
    tree.makeDirectory(FilePath.of("/home/alice"));
  }

  @Override
  protected FileStore newStore() throws IOException {
    return new SubtreeFileStore(tree.newStore(), FilePath.of("/home/alice"));
  }
}
