package dev.simpleftp.filesystem.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.StoreFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody is told who chose a directory that cannot be served.
@SuppressWarnings("NullAway.Init") // made before each test
class OpeningTest {
  @TempDir Path root;

  @Test
  void saysThatAFileIsNoDirectory() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertThatThrownBy(() -> DirectoryTree.open(file, Durability.COMMIT))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("Cannot serve %s: it is not a directory; choose a directory.", file);
  }

  @Test
  void saysThatADirectoryIsMissing() {
    Path missing = root.resolve("missing");

    assertThatThrownBy(() -> DirectoryTree.open(missing, Durability.COMMIT))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            "Cannot serve %s: it does not exist; make it first or choose another directory.",
            missing);
  }
}
