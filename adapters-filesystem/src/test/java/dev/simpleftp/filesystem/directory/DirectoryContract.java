package dev.simpleftp.filesystem.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/// A served directory keeps the whole contract, and nothing of its own stays in it.
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class DirectoryContract extends FileStoreContract {
  private final Durability durability;
  @TempDir Path root;
  private DirectoryTree tree;

  DirectoryContract(Durability durability) {
    super(Set.of());
    this.durability = durability;
  }

  @Override
  protected void openTree() throws IOException {
    tree = DirectoryTree.open(root, durability);
  }

  @Override
  protected FileStore newStore() {
    return tree.newStore();
  }

  @Override
  protected void closeTree() throws IOException {
    tree.close();
    assertThat(Files.exists(root.resolve(Reserved.AREA))).isFalse();
  }
}
