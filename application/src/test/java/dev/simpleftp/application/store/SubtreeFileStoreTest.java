package dev.simpleftp.application.store;

import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubtreeFileStoreTest {
  private final RecordingFileStore inner = new RecordingFileStore();

  private SubtreeFileStore home() throws IOException {
    return new SubtreeFileStore(inner, FilePath.of("/home"));
  }

  private static Refusal refusal(ThrowingCallable call) {
    return catchThrowableOfType(Refused.class, call).refusal();
  }

  @Test
  void putsEveryPathBelowItsTop() throws IOException {
    home().makeDirectory(FilePath.of("/a"));
    home().removeFile(FilePath.of("/../../etc"));
    home().rename(FilePath.of("/a"), FilePath.of("/b/c"));

    assertThat(inner.calls)
        .containsExactly(
            "makeDirectory /home/a", "removeFile /home/etc", "rename /home/a /home/b/c");
  }

  @Test
  void putsThePathsOfItsAbilitiesBelowItsTopToo() throws IOException {
    home().capability(Capability.Timestamps.class).orElseThrow().modify(FilePath.of("/a"), EPOCH);
    home().capability(Capability.Permissions.class).orElseThrow().change(FilePath.of("/a"), 0600);
    home().capability(Capability.Space.class).orElseThrow().available(FilePath.ROOT);

    assertThat(inner.calls)
        .containsExactly("modify /home/a " + EPOCH, "change /home/a 600", "available /home");
  }

  @Test
  void showsItsTopAsTheRoot() throws IOException {
    assertThat(home().describe(FilePath.ROOT).name()).isEqualTo(FileName.ROOT);
    assertThat(home().describe(FilePath.of("/x")).name()).isEqualTo(new FileName("x"));
  }

  @Test
  void keepsItsTop() throws IOException {
    FilePath other = FilePath.of("/other");

    assertThat(refusal(() -> home().removeDirectory(FilePath.ROOT))).isEqualTo(Refusal.DENIED);
    assertThat(refusal(() -> home().rename(FilePath.ROOT, other))).isEqualTo(Refusal.DENIED);
    assertThat(refusal(() -> home().rename(other, FilePath.ROOT))).isEqualTo(Refusal.DENIED);
    assertThat(inner.calls).isEmpty();
  }
}
