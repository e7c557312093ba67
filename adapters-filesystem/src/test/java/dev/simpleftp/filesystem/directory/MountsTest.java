package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.assertRefused;
import static dev.simpleftp.filesystem.directory.TreeFixture.everythingIn;
import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static dev.simpleftp.filesystem.directory.TreeFixture.run;
import static dev.simpleftp.filesystem.directory.TreeFixture.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.SkipReasons;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Small disks of their own: a full one, and one that is mounted below the root.
@ExtendWith(SkipReasons.class)
@SuppressWarnings("NullAway.Init") // opened before each test
class MountsTest {
  private static final String TOO_MUCH = "x".repeat(2 * 1024 * 1024);

  @TempDir Path root;
  private final Deque<Path> mounted = new ArrayDeque<>();
  private DirectoryTree tree;
  private FileStore store;

  @BeforeEach
  void mount() throws Exception {
    Files.createDirectory(root.resolve("served"));
    mount("served", "-t", "tmpfs", "-o", "size=1m", "tmpfs");
    tree = DirectoryTree.open(root.resolve("served"), Durability.COMMIT);
    store = tree.newStore();
  }

  @AfterEach
  void unmount() throws Exception {
    if (store != null) {
      store.close();
      tree.close();
    }
    while (!mounted.isEmpty()) {
      assertThat(run("umount", mounted.pop().toString())).isTrue();
    }
  }

  private void mount(String where, String... what) throws Exception {
    Path point = root.resolve(where);
    String[] command = new String[what.length + 2];
    command[0] = "mount";
    System.arraycopy(what, 0, command, 1, what.length);
    command[command.length - 1] = point.toString();
    boolean done = run(command);
    assumeTrue(done, "This test mounts small disks, which only root may do: skipped.");
    mounted.push(point);
  }

  private void mountBelow(String... what) throws Exception {
    Files.createDirectory(root.resolve("served/below"));
    mount("served/below", what);
  }

  @Test
  void refusesWhatDoesNotFitOnTheDisk() throws IOException {
    put(store, "/file", "old");

    assertRefused(Refusal.NO_SPACE, () -> put(store, "/file", TOO_MUCH));

    assertThat(get(store, "/file")).isEqualTo("old");
    assertThat(everythingIn(root.resolve("served"))).noneMatch(name -> name.endsWith(".part"));
    put(store, "/file", "new");
    assertThat(get(store, "/file")).isEqualTo("new");
  }

  @Test
  void refusesAnAppendThatDoesNotFit() throws IOException {
    put(store, "/file", "x".repeat(700 * 1024));

    assertRefused(Refusal.NO_SPACE, () -> store.upload(path("/file"), WriteMode.APPEND));

    assertThat(store.describe(path("/file")).size()).isEqualTo(700 * 1024);
    assertThat(everythingIn(root.resolve("served"))).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void stagesBesideTheTargetOnAnotherDisk() throws Exception {
    mountBelow("-t", "tmpfs", "-o", "size=1m", "tmpfs");

    try (Upload upload = store.upload(path("/below/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source("content"), ProgressListener.NONE);
      assertThat(TreeFixture.names(store, "/below")).isEmpty();
      assertThat(everythingIn(root.resolve("served/below"))).hasSize(1);
      upload.commit(() -> true);
    }
    store.makeDirectory(path("/below/d"));

    assertThat(get(store, "/below/file")).isEqualTo("content");
    assertThat(everythingIn(root.resolve("served/below"))).containsExactly("d", "file");
  }

  @Test
  void refusesToMoveAFileToAnotherDisk() throws Exception {
    mountBelow("-t", "tmpfs", "-o", "size=1m", "tmpfs");
    put(store, "/file", "x");

    assertRefused(Refusal.UNSUPPORTED, () -> store.rename(path("/file"), path("/below/file")));
    assertThat(get(store, "/file")).isEqualTo("x");
  }

  @Test
  void copiesToAMountThatLooksLikeTheSameDisk() throws Exception {
    Files.createDirectory(root.resolve("served/real"));
    mountBelow("--bind", root.resolve("served/real").toString());

    put(store, "/below/file", "content");
    store.makeDirectory(path("/below/d"));

    assertThat(get(store, "/below/file")).isEqualTo("content");
    assertThat(everythingIn(root.resolve("served/below"))).containsExactly("d", "file");
  }
}
