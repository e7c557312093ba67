package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// The part of the contract about entries: describe, list, make, remove, rename.
public abstract class TreeContract extends StoreFixture {

  protected TreeContract(Set<Deviation> deviations) {
    super(deviations);
  }

  @Test
  void describesAFile() throws IOException {
    put("/a.txt", "hello");

    FileEntry entry = store.describe(path("/a.txt"));

    assertThat(entry.name()).isEqualTo(new FileName("a.txt"));
    assertThat(entry.kind()).isEqualTo(FileKind.FILE);
    assertThat(entry.size()).isEqualTo(5);
  }

  @Test
  void tellsWhenAFileChanged() throws IOException {
    put("/a.txt", "hello");

    assertThat(store.describe(path("/a.txt")).modified())
        .isCloseTo(Instant.now(), Assertions.within(30, ChronoUnit.SECONDS));
  }

  @Test
  void describesADirectory() throws IOException {
    makeDirectory("/d");

    FileEntry entry = store.describe(path("/d"));

    assertThat(entry.name()).isEqualTo(new FileName("d"));
    assertThat(entry.kind()).isEqualTo(FileKind.DIRECTORY);
  }

  @Test
  void describesTheRoot() throws IOException {
    FileEntry root = store.describe(FilePath.ROOT);

    assertThat(root.name()).isEqualTo(FileName.ROOT);
    assertThat(root.kind()).isEqualTo(FileKind.DIRECTORY);
  }

  @Test
  void refusesToDescribeWhatIsMissing() {
    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/none")));
    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/none/below")));
  }

  @Test
  void findsNothingBelowAFile() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path("/file/below")));
    assertRefused(Refusal.NOT_FOUND, () -> store.download(path("/file/below"), 0));
    assertRefused(Refusal.NOT_FOUND, () -> store.removeFile(path("/file/below")));
  }

  @Test
  void listsAnEmptyDirectory() throws IOException {
    makeDirectory("/empty");

    assertThat(entries("/empty")).isEmpty();
    assertThat(names("/")).containsExactly("empty");
  }

  @Test
  void listsEachEntryAsItDescribesIt() throws IOException {
    makeDirectory("/d");
    put("/d/file", "12345");
    makeDirectory("/d/sub");

    for (FileEntry entry : entries("/d")) {
      FileEntry described = store.describe(path("/d").child(entry.name()));
      assertThat(entry.kind()).isEqualTo(described.kind());
      assertThat(entry.size()).isEqualTo(described.size());
      assertThat(entry.unique()).isEqualTo(described.unique());
    }
    assertThat(names("/d")).containsExactlyInAnyOrder("file", "sub");
  }

  @Test
  void listsTwoThousandEntriesOnceEach() throws IOException {
    Set<String> expected = new HashSet<>();
    makeDirectory("/many");
    for (int i = 0; i < 2_000; i++) {
      makeDirectory("/many/entry-" + i);
      expected.add("entry-" + i);
    }

    assertThat(names("/many")).hasSize(2_000).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void refusesToListWhatIsMissingOrNoDirectory() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> store.list(path("/none")));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.list(path("/file")));
  }

  @Test
  void makesDirectoriesTwentyDeep() throws IOException {
    var deep = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      deep.append("/level").append(i);
      makeDirectory(deep.toString());
    }

    put(deep + "/file", "deep");

    assertThat(get(deep + "/file")).isEqualTo("deep");
  }

  @Test
  void refusesToMakeADirectoryThatIsThere() throws IOException {
    makeDirectory("/d");
    put("/file", "x");

    assertRefused(Refusal.ALREADY_EXISTS, () -> makeDirectory("/d"));
    assertRefused(Refusal.ALREADY_EXISTS, () -> makeDirectory("/file"));
    assertRefused(Refusal.ALREADY_EXISTS, () -> makeDirectory("/"));
    assertThat(get("/file")).isEqualTo("x");
  }

  @Test
  void refusesToMakeADirectoryWithoutAParent() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> makeDirectory("/none/d"));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> makeDirectory("/file/d"));
  }

  @Test
  void removesAFile() throws IOException {
    put("/file", "x");

    store.removeFile(path("/file"));

    assertMissing("/file");
    assertThat(entries("/")).isEmpty();
  }

  @Test
  void refusesToRemoveADirectoryAsAFile() throws IOException {
    makeDirectory("/d");

    assertRefused(Refusal.NOT_FOUND, () -> store.removeFile(path("/none")));
    assertRefused(Refusal.NOT_A_FILE, () -> store.removeFile(path("/d")));
    assertThat(names("/")).containsExactly("d");
  }

  @Test
  void removesAnEmptyDirectory() throws IOException {
    makeDirectory("/d");

    store.removeDirectory(path("/d"));

    assertMissing("/d");
  }

  @Test
  void refusesToRemoveADirectoryThatHoldsSomething() throws IOException {
    makeDirectory("/d");
    put("/d/file", "x");

    assertRefused(Refusal.NOT_EMPTY, () -> store.removeDirectory(path("/d")));
    assertThat(get("/d/file")).isEqualTo("x");
  }

  @Test
  void refusesToRemoveAFileAsADirectory() throws IOException {
    put("/file", "x");

    assertRefused(Refusal.NOT_FOUND, () -> store.removeDirectory(path("/none")));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.removeDirectory(path("/file")));
    assertThat(get("/file")).isEqualTo("x");
  }

  @Test
  void leavesTheRootWhereItIs() throws IOException {
    makeDirectory("/d");

    assertRefused(Refusal.DENIED, () -> store.removeDirectory(FilePath.ROOT));
    assertRefused(Refusal.DENIED, () -> store.rename(FilePath.ROOT, path("/x")));
    assertRefused(Refusal.DENIED, () -> store.rename(path("/d"), FilePath.ROOT));
    assertThat(names("/")).containsExactly("d");
  }

  @Test
  void renamesAFileIntoAnotherDirectory() throws IOException {
    makeDirectory("/d");
    put("/a", "content");

    store.rename(path("/a"), path("/d/b"));

    assertThat(get("/d/b")).isEqualTo("content");
    assertMissing("/a");
  }

  @Test
  void renamesADirectoryWithAllItHolds() throws IOException {
    makeDirectory("/d");
    put("/d/file", "content");

    store.rename(path("/d"), path("/e"));

    assertThat(get("/e/file")).isEqualTo("content");
    assertMissing("/d");
  }

  @Test
  void replacesAFileByARename() throws IOException {
    put("/new", "new");
    put("/old", "old");

    store.rename(path("/new"), path("/old"));

    assertThat(get("/old")).isEqualTo("new");
    assertThat(names("/")).containsExactly("old");
  }

  @Test
  void keepsAFileThatIsRenamedToItself() throws IOException {
    put("/file", "content");

    store.rename(path("/file"), path("/file"));

    assertThat(get("/file")).isEqualTo("content");
  }

  @Test
  void refusesToRenameOntoADirectory() throws IOException {
    put("/file", "x");
    makeDirectory("/d");
    makeDirectory("/e");

    assertRefused(Refusal.ALREADY_EXISTS, () -> store.rename(path("/file"), path("/d")));
    assertRefused(Refusal.ALREADY_EXISTS, () -> store.rename(path("/e"), path("/d")));
    assertThat(names("/")).containsExactlyInAnyOrder("file", "d", "e");
  }

  @Test
  void refusesToPutADirectoryInThePlaceOfAFile() throws IOException {
    put("/file", "x");
    makeDirectory("/d");

    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.rename(path("/d"), path("/file")));
    assertThat(get("/file")).isEqualTo("x");
  }

  @Test
  void refusesToMoveADirectoryIntoItself() throws IOException {
    makeDirectory("/d");
    makeDirectory("/d/sub");

    assertRefused(Refusal.BAD_NAME, () -> store.rename(path("/d"), path("/d/sub/d")));
    assertThat(names("/d")).containsExactly("sub");
  }

  @Test
  void refusesToRenameFromOrToNowhere() throws IOException {
    put("/file", "x");
    put("/file2", "y");

    assertRefused(Refusal.NOT_FOUND, () -> store.rename(path("/none"), path("/x")));
    assertRefused(Refusal.NOT_FOUND, () -> store.rename(path("/file"), path("/none/x")));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.rename(path("/file"), path("/file2/x")));
    assertThat(get("/file")).isEqualTo("x");
  }
}
