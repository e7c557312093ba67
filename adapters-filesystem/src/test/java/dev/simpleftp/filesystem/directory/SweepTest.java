package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.everythingIn;
import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static dev.simpleftp.filesystem.directory.TreeFixture.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed instance leaves is removed at the next start, and nothing else.
@SuppressWarnings("NullAway.Init") // made before each test
class SweepTest {
  private static final String DEAD = "0123456789abcdef";

  @TempDir Path root;

  private Path area() {
    return root.resolve(Reserved.AREA);
  }

  private Path leaveDeadInstance() throws IOException {
    Path instance = Files.createDirectories(area().resolve(DEAD));
    Files.createFile(area().resolve(DEAD + ".lock"));
    Files.writeString(instance.resolve("1.part"), "half");
    Files.createDirectory(instance.resolve("2.part"));
    return instance;
  }

  private void openAndClose() throws IOException {
    DirectoryTree.open(root, Durability.NONE).close();
  }

  @Test
  void removesThePartsOfADeadInstance() throws IOException {
    leaveDeadInstance();
    Files.writeString(root.resolve("file"), "old");

    openAndClose();

    assertThat(everythingIn(root)).containsExactly("file");
    assertThat(root.resolve("file")).hasContent("old");
  }

  @Test
  void removesADeadInstanceWithoutALock() throws IOException {
    leaveDeadInstance();
    Files.delete(area().resolve(DEAD + ".lock"));

    openAndClose();

    assertThat(everythingIn(root)).isEmpty();
  }

  @Test
  void removesThePartsBesideTheirTargets() throws IOException {
    Path instance = leaveDeadInstance();
    Path directory = Files.createDirectory(root.resolve("d"));
    String part = Reserved.beside(DEAD, 3);
    Files.writeString(directory.resolve(part), "half");
    Files.writeString(directory.resolve("precious"), "x");
    String notes = "/d/" + part + "\n/d/precious\n/none/" + part + "\n/d/" + part + "unfinished";
    Files.writeString(instance.resolve("beside"), notes);

    openAndClose();

    assertThat(everythingIn(root)).containsExactly("d", "d/precious");
  }

  @Test
  void leavesWhatIsNotItsOwn() throws IOException {
    leaveDeadInstance();
    Files.writeString(area().resolve("notes.txt"), "mine");
    Files.createDirectory(area().resolve("other"));

    openAndClose();

    assertThat(everythingIn(area())).containsExactly("notes.txt", "other");
  }

  @Test
  void leavesTheUploadOfALivingInstanceAlone() throws IOException {
    try (var living = DirectoryTree.open(root, Durability.NONE);
        FileStore store = living.newStore();
        Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source("whole"), ProgressListener.NONE);

      openAndClose();

      assertThat(upload.commit(() -> true)).isTrue();
      assertThat(get(store, "/file")).isEqualTo("whole");
    }
    assertThat(everythingIn(root)).containsExactly("file");
  }

  /// Closing any descriptor of the lock file would drop the lock for the whole process.
  @Test
  void keepsItsLockWhenTheTreeIsOpenedAgain() throws Exception {
    try (var living = DirectoryTree.open(root, Durability.NONE);
        FileStore store = living.newStore()) {
      put(store, "/file", "x");
      openAndClose();

      String lock =
          everythingIn(area()).stream().filter(name -> name.endsWith(".lock")).findAny().get();
      String script =
          "import fcntl,sys; fcntl.lockf(open(sys.argv[1],'w'),fcntl.LOCK_EX|fcntl.LOCK_NB)";
      Process other =
          new ProcessBuilder("python3", "-c", script, area().resolve(lock).toString()).start();
      assertThat(other.waitFor()).as("another process is kept out").isNotZero();
    }
  }

  @Test
  void leavesTheInstanceOfAnotherProcessAlone() throws Exception {
    leaveDeadInstance();
    String lock = area().resolve(DEAD + ".lock").toString();
    String script =
        "import fcntl,sys; f=open(sys.argv[1],'w'); fcntl.lockf(f,fcntl.LOCK_EX);"
            + " print('locked',flush=True); sys.stdin.read()";
    Process other =
        new ProcessBuilder("python3", "-c", script, lock)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("locked");
      openAndClose();
      assertThat(everythingIn(area())).contains(DEAD + "/1.part");
    } finally {
      other.destroy();
      other.waitFor();
    }

    openAndClose();
    assertThat(everythingIn(root)).isEmpty();
  }

  @Test
  void makesNothingInATreeThatIsOnlyRead() throws IOException {
    Files.writeString(root.resolve("file"), "x");

    try (var tree = DirectoryTree.open(root, Durability.COMMIT);
        FileStore store = tree.newStore()) {
      assertThat(get(store, "/file")).isEqualTo("x");
      assertThat(everythingIn(root)).containsExactly("file");
    }
  }

  @Test
  void leavesNoTraceWhenItIsClosed() throws IOException {
    try (var tree = DirectoryTree.open(root, Durability.COMMIT);
        FileStore store = tree.newStore()) {
      put(store, "/file", "x");
      assertThat(area()).isDirectory();
    }

    assertThat(everythingIn(root)).containsExactly("file");
  }
}
