package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.assertRefused;
import static dev.simpleftp.filesystem.directory.TreeFixture.everythingIn;
import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.path;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static dev.simpleftp.filesystem.directory.TreeFixture.run;
import static dev.simpleftp.filesystem.directory.TreeFixture.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Transfers while others change the disk.
@SuppressWarnings("NullAway.Init") // opened before each test
class TransferTest {
  @TempDir Path root;
  private DirectoryTree tree;
  private FileStore store;

  @BeforeEach
  void open() throws IOException {
    tree = DirectoryTree.open(root, Durability.COMMIT);
    store = tree.newStore();
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    tree.close();
  }

  private Upload begin(String path) throws IOException {
    Upload upload = store.upload(path(path), WriteMode.REPLACE);
    upload.transferFrom(source("new"), ProgressListener.NONE);
    return upload;
  }

  @Test
  void asksTheSenderBeforeTheNameChanges() throws IOException {
    put(store, "/file", "old");

    try (Upload upload = begin("/file")) {
      upload.commit(() -> hasContent("old"));
    }

    assertThat(get(store, "/file")).isEqualTo("new");
  }

  private boolean hasContent(String content) {
    assertThat(root.resolve("file")).hasContent(content);
    return true;
  }

  @Test
  void refusesWhenADirectoryHasTakenTheName() throws IOException {
    try (Upload upload = begin("/file")) {
      Files.createDirectory(root.resolve("file"));

      assertRefused(Refusal.NOT_A_FILE, () -> upload.commit(() -> true));
    }
    assertThat(everythingIn(root)).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void refusesWhenTheDirectoryHasGone() throws IOException {
    store.makeDirectory(path("/d"));
    try (Upload upload = begin("/d/file")) {
      store.removeDirectory(path("/d"));

      assertRefused(Refusal.NOT_FOUND, () -> upload.commit(() -> true));
    }
    assertThat(everythingIn(root)).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void followsADirectoryThatWasRenamed() throws IOException {
    store.makeDirectory(path("/d"));
    try (Upload upload = begin("/d/file")) {
      store.rename(path("/d"), path("/e"));
      upload.commit(() -> true);
    }

    assertThat(get(store, "/e/file")).isEqualTo("new");
  }

  @Test
  void keepsThePermissionsOfTheFileItReplaces() throws IOException {
    put(store, "/file", "old");
    var permissions = PosixFilePermissions.fromString("rw-r-----");
    Files.setPosixFilePermissions(root.resolve("file"), permissions);

    put(store, "/file", "new");

    assertThat(Files.getPosixFilePermissions(root.resolve("file"))).isEqualTo(permissions);
    assertThat(store.describe(path("/file")).mode()).isEqualTo(0640);
  }

  @Test
  void handsOnWhatWentWrongAtTheSource() throws IOException {
    put(store, "/file", "old");
    var broken = new BrokenSource();

    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      assertThatThrownBy(() -> upload.transferFrom(broken, ProgressListener.NONE))
          .isSameAs(broken.failure);
    }

    assertThat(get(store, "/file")).isEqualTo("old");
  }

  @Test
  void stopsWhereAFileShrank() throws IOException {
    put(store, "/file", "0123456789");

    try (Download download = store.download(path("/file"), 0)) {
      try (var file = FileChannel.open(root.resolve("file"), StandardOpenOption.WRITE)) {
        file.truncate(4);
      }
      var sink = Channels.newChannel(OutputStream.nullOutputStream());
      assertThat(download.transferTo(sink, ProgressListener.NONE)).isEqualTo(4);
      assertThat(download.entry().size()).isEqualTo(10);
    }
  }

  @Test
  void stopsAtTheSizeItPromisedWhenAFileGrows() throws IOException {
    put(store, "/file", "0123456789");

    try (Download download = store.download(path("/file"), 0)) {
      Files.writeString(root.resolve("file"), "more", StandardOpenOption.APPEND);
      var sink = Channels.newChannel(OutputStream.nullOutputStream());
      assertThat(download.transferTo(sink, ProgressListener.NONE)).isEqualTo(10);
    }
  }

  @Test
  void neverOpensAPipe() throws Exception {
    assertThat(run("mkfifo", root.resolve("pipe").toString())).isTrue();

    assertRefused(Refusal.NOT_A_FILE, () -> store.download(path("/pipe"), 0));
    assertRefused(Refusal.NOT_A_FILE, () -> store.upload(path("/pipe"), WriteMode.APPEND));
  }

  @Test
  void findsNothingInARootThatWasRemoved() throws IOException {
    Files.delete(root);

    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/file")));
    assertRefused(Refusal.NOT_FOUND, () -> put(store, "/file", "x"));
    assertRefused(Refusal.NOT_FOUND, () -> store.makeDirectory(path("/d")));
    Files.createDirectory(root);
  }

  @Test
  void copiesFromOneTreeToAnother(@TempDir Path second) throws IOException {
    put(store, "/file", "content");

    try (var other = DirectoryTree.open(second, Durability.NONE);
        FileStore target = other.newStore();
        Download download = store.download(path("/file"), 0);
        Upload upload = target.upload(path("/copy"), WriteMode.REPLACE)) {
      assertThat(upload.transferFrom(download, ProgressListener.NONE)).isEqualTo(7);
      upload.commit(() -> true);
      assertThat(get(target, "/copy")).isEqualTo("content");
    }
  }

  /// A line that breaks at once.
  private static final class BrokenSource implements ReadableByteChannel {
    private final IOException failure = new IOException("The line broke.");

    @Override
    public int read(ByteBuffer target) throws IOException {
      throw failure;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
