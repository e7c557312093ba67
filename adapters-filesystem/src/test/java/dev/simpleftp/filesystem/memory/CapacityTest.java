package dev.simpleftp.filesystem.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;

/// A tree in memory that is full.
class CapacityTest {
  private static final int CAPACITY = 1_000_000;

  private final MemoryTree tree = new MemoryTree(CAPACITY);
  private final FileStore store = tree.newStore();

  private void put(String path, int size) throws IOException {
    try (Upload upload = store.upload(FilePath.of(path), WriteMode.REPLACE)) {
      var source = Channels.newChannel(new ByteArrayInputStream(new byte[size]));
      upload.transferFrom(source, ProgressListener.NONE);
      upload.commit(() -> true);
    }
  }

  private Refused refusal(String path, int size) {
    return catchThrowableOfType(Refused.class, () -> put(path, size));
  }

  @Test
  void refusesWhatDoesNotFitAndKeepsTheOldFile() throws IOException {
    put("/file", 10);

    assertThat(refusal("/file", CAPACITY + 1).refusal()).isEqualTo(Refusal.NO_SPACE);

    assertThat(store.describe(FilePath.of("/file")).size()).isEqualTo(10);
    assertThat(tree.capacity().used()).isEqualTo(10);
  }

  @Test
  void needsRoomForTheOldAndTheNewFile() throws IOException {
    put("/file", CAPACITY - 10);

    assertThat(refusal("/file", 11).refusal()).isEqualTo(Refusal.NO_SPACE);
    put("/file", 10);

    assertThat(tree.capacity().used()).isEqualTo(10);
  }

  @Test
  void countsWhatItFrees() throws IOException {
    put("/a", 600_000);
    store.removeFile(FilePath.of("/a"));
    put("/b", 400_000);
    put("/c", 600_000);

    store.rename(FilePath.of("/b"), FilePath.of("/c"));

    assertThat(tree.capacity().used()).isEqualTo(400_000);
  }

  @Test
  void tellsWhatIsLeft() throws IOException {
    put("/file", 10);

    var space = store.capability(Capability.Space.class).orElseThrow();

    assertThat(space.available(FilePath.ROOT)).isEqualTo(CAPACITY - 10);
  }
}
