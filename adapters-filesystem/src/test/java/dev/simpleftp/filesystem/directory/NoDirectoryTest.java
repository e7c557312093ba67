package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.assertRefused;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What stands where a directory is asked for, and is none.
@EnabledOnOs(OS.LINUX)
@SuppressWarnings("NullAway.Init") // opened before each test
class NoDirectoryTest {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir Path root;
  private DirectoryTree tree;
  private FileStore store;

  @BeforeEach
  void open() throws IOException {
    tree = DirectoryTree.open(root, Durability.NONE);
    store = tree.newStore();
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    tree.close();
  }

  @Test
  void losesNoDescriptorToAFile() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.list(path("/file")));
    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/file/below")));

    assertThat(descriptorsOf(file.toRealPath())).isZero();
  }

  @Test
  void waitsForNoWriterOfAPipe() throws IOException, InterruptedException {
    Path pipe = root.resolve("pipe");
    assertThat(TreeFixture.run("mkfifo", pipe.toString())).isTrue();

    var asked =
        new FutureTask<>(() -> {
          assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.list(path("/pipe")));
          return true;
        });
    Thread.ofPlatform().daemon().start(asked);

    try {
      assertThat(asked).succeedsWithin(Duration.ofSeconds(5));
    } finally {
      new RandomAccessFile(pipe.toFile(), "rw").close(); // lets one go that waits after all
    }
  }

  private static long descriptorsOf(Path file) throws IOException {
    try (var links = Files.list(DESCRIPTORS)) {
      return links.filter(link -> leadsTo(link, file)).count();
    }
  }

  /// One that was closed meanwhile leads nowhere.
  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).equals(file);
    } catch (IOException _) {
      return false;
    }
  }
}
