package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.Deviation;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import java.util.Set;

/// The tree in memory keeps the whole contract.
class MemoryFileStoreTest extends FileStoreContract {
  private final MemoryTree tree = new MemoryTree();

  MemoryFileStoreTest() {
    super(Set.of(Deviation.NO_RAW_COMMANDS));
  }

  @Override
  protected FileStore newStore() {
    return tree.newStore();
  }
}
