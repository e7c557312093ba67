package dev.simpleftp.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Glob;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredFileStoreTest {
  private final RecordingFileStore inner = new RecordingFileStore();
  private final FilteredFileStore store =
      new FilteredFileStore(
          inner, new NameRules(List.of(new Glob(".git")), List.of(new Glob("*.exe"))));

  private static void assertRefused(Refusal reason, ThrowingCallable call) {
    Refused refused = catchThrowableOfType(Refused.class, call);
    assertThat(refused.refusal()).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.git", "/.git/config", "/a/.git/b/c"})
  void whatIsHiddenIsNotThere(String hidden) throws IOException {
    FilePath path = FilePath.of(hidden);

    assertRefused(Refusal.NOT_FOUND, () -> store.describe(path));
    assertRefused(Refusal.NOT_FOUND, () -> store.list(path));
    assertRefused(Refusal.NOT_FOUND, () -> store.download(path, 0));
    assertRefused(Refusal.NOT_FOUND, () -> store.removeFile(path));
    assertRefused(Refusal.NOT_FOUND, () -> store.removeDirectory(path));
    assertRefused(Refusal.NOT_FOUND, () -> store.rename(path, FilePath.of("/b")));
    assertRefused(
        Refusal.NOT_FOUND,
        () -> store.capability(Capability.Timestamps.class).get().modify(path, Instant.EPOCH));
    assertRefused(
        Refusal.NOT_FOUND,
        () -> store.capability(Capability.Permissions.class).get().change(path, 0600));
    assertRefused(
        Refusal.NOT_FOUND, () -> store.capability(Capability.Space.class).get().available(path));
    assertThat(inner.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/.git", "/a/.git", "/x.exe", "/a/.exe"})
  void suchANameIsNotGiven(String name) throws IOException {
    FilePath path = FilePath.of(name);

    assertRefused(Refusal.BAD_NAME, () -> store.upload(path, WriteMode.REPLACE));
    assertRefused(Refusal.BAD_NAME, () -> store.makeDirectory(path));
    assertRefused(Refusal.BAD_NAME, () -> store.rename(FilePath.of("/a"), path));
    assertThat(inner.calls).isEmpty();
  }

  @Test
  void nothingIsMadeBelowAHiddenDirectory() throws IOException {
    FilePath path = FilePath.of("/.git/new");

    assertRefused(Refusal.NOT_FOUND, () -> store.upload(path, WriteMode.REPLACE));
    assertRefused(Refusal.NOT_FOUND, () -> store.makeDirectory(path));
    assertRefused(Refusal.NOT_FOUND, () -> store.rename(FilePath.of("/a"), path));
    assertThat(inner.calls).isEmpty();
  }

  @Test
  void aDeniedNameThatIsThereCanBeUsedAndGivenUp() throws IOException {
    store.describe(FilePath.of("/old.exe"));
    store.rename(FilePath.of("/old.exe"), FilePath.of("/old"));
    store.removeFile(FilePath.of("/older.exe"));

    assertThat(inner.calls)
        .containsExactly("describe /old.exe", "rename /old.exe /old", "removeFile /older.exe");
  }

  @Test
  void handsOnEverythingElse() throws IOException {
    store.makeDirectory(FilePath.of("/git/.gitignore"));

    assertThat(inner.calls).containsExactly("makeDirectory /git/.gitignore");
  }
}
