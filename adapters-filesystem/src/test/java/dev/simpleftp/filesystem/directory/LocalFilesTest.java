package dev.simpleftp.filesystem.directory;

import static dev.simpleftp.filesystem.directory.TreeFixture.assertRefused;
import static dev.simpleftp.filesystem.directory.TreeFixture.everythingIn;
import static dev.simpleftp.filesystem.directory.TreeFixture.get;
import static dev.simpleftp.filesystem.directory.TreeFixture.put;
import static dev.simpleftp.filesystem.directory.TreeFixture.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user's own files: links followed, unfinished copies kept.
@SuppressWarnings("NullAway.Init") // made before each test
class LocalFilesTest {
  @TempDir Path directory;

  private final FileStore store = LocalFiles.open().newStore();

  private void leaveUnfinished(String content) throws IOException {
    Path file = directory.resolve("file");
    try (Upload upload = store.upload(LocalFiles.pathOf(file), WriteMode.REPLACE)) {
      upload.transferFrom(source(content), ProgressListener.NONE);
    }
  }

  private void resume(long offset, String content) throws IOException {
    var mode = new WriteMode.ResumeAt(offset);
    Path file = directory.resolve("file");
    try (Upload upload = store.upload(LocalFiles.pathOf(file), mode)) {
      upload.transferFrom(source(content), ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }

  @Test
  void keepsAnUnfinishedCopyBesideTheOldFile() throws IOException {
    Files.writeString(directory.resolve("file"), "old");

    leaveUnfinished("half");

    assertThat(directory.resolve("file")).hasContent("old");
    assertThat(directory.resolve("file.part")).hasContent("half");
  }

  @Test
  void continuesAnUnfinishedCopy() throws IOException {
    leaveUnfinished("half");

    resume(4, " whole");

    assertThat(directory.resolve("file")).hasContent("half whole");
    assertThat(everythingIn(directory)).containsExactly("file");
  }

  @Test
  void refusesToContinueACopyOfAnotherSize() throws IOException {
    leaveUnfinished("half");

    assertRefused(Refusal.OFFSET_BEYOND_END, () -> resume(3, "x"));
    assertRefused(Refusal.OFFSET_BEYOND_END, () -> resume(5, "x"));
    assertThat(directory.resolve("file.part")).hasContent("half");
  }

  @Test
  void beginsAnewOverAnUnfinishedCopy() throws IOException {
    leaveUnfinished("a long half");

    put(store, LocalFiles.pathOf(directory.resolve("file")).toString(), "new");

    assertThat(directory.resolve("file")).hasContent("new");
    assertThat(everythingIn(directory)).containsExactly("file");
  }

  @Test
  void leavesNoEmptyCopyBehind() throws IOException {
    leaveUnfinished("");

    assertThat(everythingIn(directory)).isEmpty();
  }

  @Test
  void leavesAPartAloneThatAnotherProgramWrites() throws IOException {
    Path part = Files.writeString(directory.resolve("file.part"), "theirs");
    try (var theirs = FileChannel.open(part, StandardOpenOption.WRITE)) {
      assertThat(theirs.lock().isValid()).isTrue();

      assertRefused(Refusal.BUSY, () -> leaveUnfinished("ours"));
      assertRefused(Refusal.BUSY, () -> resume(6, "ours"));
    }

    assertThat(part).hasContent("theirs");
  }

  @Test
  void leavesAPartAloneThatAnotherTreeOfTheSameProcessWrites() throws IOException {
    Path file = directory.resolve("file");
    FileStore other = LocalFiles.openWithoutLinks().newStore();
    try (Upload first = other.upload(LocalFiles.realPathOf(file), WriteMode.REPLACE)) {
      first.transferFrom(source("theirs"), ProgressListener.NONE);

      assertRefused(Refusal.BUSY, () -> leaveUnfinished("ours"));
      assertRefused(Refusal.BUSY, () -> leaveUnfinished("ours"));

      assertThat(first.commit(() -> true)).isTrue();
    }
    assertThat(file).hasContent("theirs");

    put(store, LocalFiles.pathOf(file).toString(), "ours");
    assertThat(file).hasContent("ours");
  }

  /// The system drops the lock when any descriptor of the file is closed; so none is opened.
  @Test
  void readsNoPartThatIsBeingWrittenHere() throws IOException {
    var file = LocalFiles.pathOf(directory.resolve("file"));
    var part = LocalFiles.pathOf(directory.resolve("file.part"));
    try (Upload upload = store.upload(file, WriteMode.REPLACE)) {
      upload.transferFrom(source("a half"), ProgressListener.NONE);

      assertRefused(Refusal.BUSY, () -> store.download(part, 0).close());
    }

    assertThat(get(store, part.toString())).isEqualTo("a half");
  }

  @Test
  void neverGivesTheNameToAPartThatSomebodyReplaced() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "old");
    Path part = directory.resolve("file.part");
    try (Upload upload = store.upload(LocalFiles.pathOf(file), WriteMode.REPLACE)) {
      upload.transferFrom(source("new"), ProgressListener.NONE);
      Files.move(part, directory.resolve("away"));
      Files.writeString(part, "foreign");

      assertThatThrownBy(() -> upload.commit(() -> true))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("replaced by another program");
    }

    assertThat(file).hasContent("old");
    assertThat(part).hasContent("foreign");
  }

  @Test
  void followsLinks(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("file"), "behind the link");
    Path link = Files.createSymbolicLink(directory.resolve("link"), elsewhere);

    assertThat(get(store, LocalFiles.pathOf(link.resolve("file")).toString()))
        .isEqualTo("behind the link");
    assertThat(store.describe(LocalFiles.pathOf(link)).kind()).isEqualTo(FileKind.DIRECTORY);
  }

  @Test
  void showsALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));

    assertThat(store.describe(LocalFiles.pathOf(link)).kind()).isEqualTo(FileKind.LINK);
  }

  @Test
  void followsOnlyTheLinksThatTheUserNamesWhenAskedTo(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("file"), "behind the link");
    Path named = Files.createSymbolicLink(directory.resolve("named"), elsewhere);
    Files.createSymbolicLink(elsewhere.resolve("inner"), directory);
    FileStore strict = LocalFiles.openWithoutLinks().newStore();
    var place = LocalFiles.realPathOf(named);

    assertThat(place).isEqualTo(LocalFiles.realPathOf(elsewhere));
    assertThat(get(strict, place.resolve("file").toString())).isEqualTo("behind the link");
    assertThat(strict.describe(place.resolve("inner")).kind()).isEqualTo(FileKind.LINK);
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> strict.list(place.resolve("inner")));
    assertRefused(
        Refusal.NOT_FOUND, () -> get(strict, place.resolve("inner/named/file").toString()));
    assertThat(LocalFiles.realPathOf(named.resolve("new/one"))).isEqualTo(place.resolve("new/one"));
  }
}
