package dev.simpleftp.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.simpleftp.filesystem.directory.DirectoryTree;
import dev.simpleftp.filesystem.memory.MemoryTree;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files of a server lie: the one place that chooses between the storage adapters.
final class StorageModule extends AbstractModule {
  private final Storage storage;

  StorageModule(Storage storage) {
    this.storage = storage;
  }

  @Provides
  @Singleton
  ServedTree tree() throws IOException {
    return switch (storage) {
      case Storage.InMemory(var capacity) ->
          new ServedTree(new MemoryTree(capacity)::newStore, () -> {});
      case Storage.InDirectory(var root, var durability) -> {
        make(root);
        var tree = DirectoryTree.open(root, durability);
        yield new ServedTree(tree::newStore, tree);
      }
    };
  }

  private static void make(Path root) throws IOException {
    try {
      Files.createDirectories(root);
    } catch (FileAlreadyExistsException _) {
      // Something stands there that is no directory: opening it says so better.
    } catch (IOException e) {
      throw new IOException(
          "Cannot make the directory %s; check what stands above it, or choose another root."
              .formatted(root.toAbsolutePath()),
          e);
    }
  }
}
