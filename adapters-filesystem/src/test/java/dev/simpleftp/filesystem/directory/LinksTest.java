package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.assertRefused;
import static dev.simpleftp.filesystem.directory.TreeFixture.everythingIn;
import static dev.simpleftp.filesystem.directory.TreeFixture.names;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links that lead out of a served tree: shown, never followed.
@SuppressWarnings("NullAway.Init") // opened before each test
class LinksTest {
  @TempDir Path root;
  @TempDir Path outside;
  private DirectoryTree tree;
  private FileStore store;

  @BeforeEach
  void plantLinks() throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
    Files.createSymbolicLink(root.resolve("directory"), outside);
    tree = DirectoryTree.open(root, Durability.NONE);
    store = tree.newStore();
  }

  @AfterEach
  void nothingOutsideHasChanged() throws IOException {
    store.close();
    tree.close();
    assertThat(everythingIn(outside)).containsExactly("secret");
    assertThat(outside.resolve("secret")).hasContent("secret");
  }

  @Test
  void describesALinkItself() throws IOException {
    assertThat(store.describe(path("/file")).kind()).isEqualTo(FileKind.LINK);
    assertThat(store.describe(path("/directory")).kind()).isEqualTo(FileKind.LINK);
  }

  @Test
  void listsLinksButNothingBehindThem() throws IOException {
    assertThat(names(store, "/")).containsExactlyInAnyOrder("file", "directory");
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.list(path("/directory")));
  }

  @Test
  void refusesToReadThroughALink() {
    assertRefused(Refusal.NOT_A_FILE, () -> store.download(path("/file"), 0));
    assertRefused(Refusal.NOT_FOUND, () -> store.download(path("/directory/secret"), 0));
    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/directory/secret")));
  }

  @Test
  void refusesToWriteThroughALink() {
    assertRefused(Refusal.NOT_A_FILE, () -> store.upload(path("/file"), WriteMode.APPEND));
    assertRefused(
        Refusal.NOT_A_DIRECTORY, () -> store.upload(path("/directory/new"), WriteMode.REPLACE));
  }

  @Test
  void refusesToChangeWhatLiesBehindALink() throws IOException {
    put(store, "/mine", "x");

    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.makeDirectory(path("/directory/new")));
    assertRefused(Refusal.NOT_FOUND, () -> store.removeFile(path("/directory/secret")));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.removeDirectory(path("/directory")));
    assertRefused(
        Refusal.NOT_FOUND, () -> store.rename(path("/directory/secret"), path("/stolen")));
    assertRefused(
        Refusal.NOT_A_DIRECTORY, () -> store.rename(path("/mine"), path("/directory/mine")));
  }

  @Test
  void removesALinkWithoutFollowingIt() throws IOException {
    store.removeFile(path("/file"));
    store.removeFile(path("/directory"));

    assertThat(names(store, "/")).isEmpty();
  }

  @Test
  void setsNoTimeAndNoPermissionsThroughALink() throws IOException {
    var times = store.capability(Capability.Timestamps.class).orElseThrow();
    var modes = store.capability(Capability.Permissions.class).orElseThrow();
    var secret = outside.resolve("secret");
    var before = Files.readAttributes(secret, PosixFileAttributes.class);

    for (String link : List.of("/file", "/directory")) {
      assertRefused(Refusal.DENIED, () -> times.modify(path(link), Instant.EPOCH));
      assertRefused(Refusal.DENIED, () -> modes.change(path(link), 0777));
    }
    assertRefused(Refusal.NOT_FOUND, () -> times.modify(path("/directory/secret"), Instant.EPOCH));
    assertRefused(Refusal.NOT_FOUND, () -> modes.change(path("/directory/secret"), 0777));
    var after = Files.readAttributes(secret, PosixFileAttributes.class);
    assertThat(after.lastModifiedTime()).isEqualTo(before.lastModifiedTime());
    assertThat(after.permissions()).isEqualTo(before.permissions());
  }

  @Test
  void setsNothingOnAPipeInsteadOfWaitingForItsWriter() throws IOException, InterruptedException {
    var modes = store.capability(Capability.Permissions.class).orElseThrow();
    assertThat(TreeFixture.run("mkfifo", root.resolve("pipe").toString())).isTrue();

    assertRefused(Refusal.DENIED, () -> modes.change(path("/pipe"), 0600));
  }

  @Test
  void refusesToServeWhereALinkHasTheReservedName() throws IOException {
    store.close();
    tree.close();
    Files.createSymbolicLink(root.resolve(Reserved.AREA), outside);

    assertThat(catchThrowable(() -> DirectoryTree.open(root, Durability.NONE)))
        .hasMessage(
            "Cannot serve %s: its entry .simpleftp, reserved for unfinished uploads, is no"
                + " directory; remove it.",
            root);
  }
}
