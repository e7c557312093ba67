package dev.simpleftp.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The part of the contract about content: what a download reads, and when an upload counts.
public abstract class TransferContract extends CopyAbilityContract {
  private static final int FIVE_MIB = 5 * 1024 * 1024;

  protected TransferContract(Set<Deviation> deviations) {
    super(deviations);
  }

  @Test
  void givesBackWhatItWasGiven() throws IOException {
    put("/file", "content");

    assertThat(get("/file")).isEqualTo("content");
  }

  @Test
  void keepsAnEmptyFile() throws IOException {
    put("/empty", "");

    assertThat(store.describe(path("/empty")).size()).isZero();
    assertThat(get("/empty")).isEmpty();
  }

  @Test
  void movesFiveMebibytesUnchanged() throws IOException {
    byte[] content = randomBytes(FIVE_MIB);

    put("/big", content, WriteMode.REPLACE);

    assertThat(store.describe(path("/big")).size()).isEqualTo(FIVE_MIB);
    assertThat(getBytes("/big", 0)).isEqualTo(content);
  }

  @Test
  void tellsHowFarADownloadHasCome() throws IOException {
    put("/big", randomBytes(FIVE_MIB), WriteMode.REPLACE);
    List<Long> seen = new ArrayList<>();

    try (Download download = store.download(path("/big"), 0)) {
      download.transferTo(new NullSink(), seen::add);
    }

    assertThat(seen).isSorted().endsWith((long) FIVE_MIB);
  }

  @Test
  void tellsHowFarAnUploadHasCome() throws IOException {
    List<Long> seen = new ArrayList<>();

    try (Upload upload = store.upload(path("/a"), WriteMode.REPLACE)) {
      upload.transferFrom(source("hello"), seen::add);
      upload.commit(() -> true);
    }

    assertThat(seen).isSorted().endsWith(5L);
  }

  @Test
  void canBeReadLikeAnyChannel() throws IOException {
    put("/file", "content");
    ByteBuffer buffer = ByteBuffer.allocate(100);

    try (Download download = store.download(path("/file"), 3)) {
      while (download.read(buffer) >= 0) {
        assertThat(download.isOpen()).isTrue();
      }
    }

    assertThat(buffer.flip()).isEqualTo(ByteBuffer.wrap(bytes("tent")));
  }

  @Test
  void promisesTheSizeOfTheFile() throws IOException {
    put("/file", "content");

    try (Download download = store.download(path("/file"), 3)) {
      assertThat(download.entry().size()).isEqualTo(7);
      assertThat(drain(download)).isEqualTo(bytes("tent"));
    }
  }

  @Test
  void yieldsNothingFromTheEndOn() throws IOException {
    put("/file", "content");

    assertThat(getBytes("/file", 7)).isEmpty();
  }

  @Test
  void refusesToReadBeyondTheEnd() throws IOException {
    put("/file", "content");

    assertRefused(Refusal.OFFSET_BEYOND_END, () -> store.download(path("/file"), 8));
  }

  @Test
  void refusesToReadWhatIsNoFile() throws IOException {
    makeDirectory("/d");

    assertRefused(Refusal.NOT_FOUND, () -> store.download(path("/none"), 0));
    assertRefused(Refusal.NOT_A_FILE, () -> store.download(path("/d"), 0));
    assertRefused(Refusal.NOT_A_FILE, () -> store.download(FilePath.ROOT, 0));
  }

  @Test
  void readsTheOldBytesAfterTheNameWasReplaced() throws IOException {
    byte[] old = randomBytes(FIVE_MIB);
    put("/file", old, WriteMode.REPLACE);

    try (Download download = other.download(path("/file"), 0)) {
      put("/file", "new");
      assertThat(drain(download)).isEqualTo(old);
    }
    assertThat(get("/file")).isEqualTo("new");
  }

  @Test
  void readsTheOldBytesAfterTheNameWasRemoved() throws IOException {
    byte[] old = randomBytes(FIVE_MIB);
    put("/file", old, WriteMode.REPLACE);

    try (Download download = other.download(path("/file"), 0)) {
      store.removeFile(path("/file"));
      assertThat(drain(download)).isEqualTo(old);
    }
  }

  @Test
  void canLeaveADownloadInTheMiddle() throws IOException {
    put("/file", randomBytes(FIVE_MIB), WriteMode.REPLACE);

    try (Download download = store.download(path("/file"), 0)) {
      assertThat(download.read(ByteBuffer.allocate(10))).isPositive();
    }

    assertThat(store.describe(path("/file")).size()).isEqualTo(FIVE_MIB);
  }

  @Test
  void replacesAFile() throws IOException {
    put("/file", "old content");

    put("/file", "new");

    assertThat(get("/file")).isEqualTo("new");
  }

  @Test
  void keepsTheOldContentWholeUntilTheCommit() throws IOException {
    put("/file", "old");

    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source("new content"), ProgressListener.NONE);
      assertThat(get("/file")).isEqualTo("old");
      assertThat(upload.commit(() -> true)).isTrue();
    }
    assertThat(get("/file")).isEqualTo("new content");
  }

  @Test
  void keepsTheOldContentWhenAnUploadIsClosedWithoutACommit() throws IOException {
    put("/file", "old");

    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source("new content"), ProgressListener.NONE);
    }

    assertThat(get("/file")).isEqualTo("old");
  }

  @Test
  void leavesNoTraceOfANewFileThatWasGivenUp() throws IOException {
    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source("new content"), ProgressListener.NONE);
    }

    assertMissing("/file");
    if (deviates(Deviation.KEEPS_UNFINISHED)) {
      assertThat(get("/file.part")).isEqualTo("new content");
    } else {
      assertThat(entries("/")).isEmpty();
    }
  }

  @Test
  void givesUpWhatIsNoLongerWanted() throws IOException {
    put("/file", "old");

    try (Upload upload = store.upload(path("/file"), WriteMode.REPLACE)) {
      upload.transferFrom(source("new content"), ProgressListener.NONE);
      assertThat(upload.commit(() -> false)).isFalse();
    }

    assertThat(get("/file")).isEqualTo("old");
  }

  @Test
  void appendsToAFile() throws IOException {
    put("/file", "old");

    put("/file", bytes(" and new"), WriteMode.APPEND);

    assertThat(get("/file")).isEqualTo("old and new");
  }

  @Test
  void makesTheFileItAppendsTo() throws IOException {
    put("/file", bytes("new"), WriteMode.APPEND);

    assertThat(get("/file")).isEqualTo("new");
  }

  @Test
  void keepsTheOldContentWhenAnAppendIsGivenUp() throws IOException {
    put("/file", "old");

    try (Upload upload = store.upload(path("/file"), WriteMode.APPEND)) {
      upload.transferFrom(source(" and new"), ProgressListener.NONE);
    }

    assertThat(get("/file")).isEqualTo("old");
  }

  @Test
  void refusesToWriteWhatIsNoFile() throws IOException {
    makeDirectory("/d");
    put("/file", "x");

    assertRefused(Refusal.NOT_A_FILE, () -> store.upload(path("/d"), WriteMode.REPLACE));
    assertRefused(Refusal.NOT_A_FILE, () -> store.upload(FilePath.ROOT, WriteMode.REPLACE));
    assertRefused(Refusal.NOT_FOUND, () -> store.upload(path("/none/x"), WriteMode.REPLACE));
    assertRefused(Refusal.NOT_A_DIRECTORY, () -> store.upload(path("/file/x"), WriteMode.REPLACE));
    assertThat(names("/")).containsExactlyInAnyOrder("d", "file");
  }

  @Test
  void refusesASecondWriterOfAName() throws IOException {
    try (Upload first = store.upload(path("/file"), WriteMode.REPLACE)) {
      assertRefused(Refusal.BUSY, () -> other.upload(path("/file"), WriteMode.REPLACE));
      if (!deviates(Deviation.APPENDS_IN_PLACE)) {
        assertRefused(Refusal.BUSY, () -> other.upload(path("/file"), WriteMode.APPEND));
      }

      first.transferFrom(source("first"), ProgressListener.NONE);
      assertThat(first.commit(() -> true)).isTrue();
    }
    assertThat(get("/file")).isEqualTo("first");
  }

  @Test
  void letsTheNextWriterInAfterTheFirstHasClosed() throws IOException {
    try (Upload first = store.upload(path("/file"), WriteMode.REPLACE)) {
      first.transferFrom(source("first"), ProgressListener.NONE);
    }

    put("/file", "second");

    assertThat(get("/file")).isEqualTo("second");
  }

  @Test
  void givesUpOpenTransfersWhenItIsClosed() throws IOException {
    put("/file", "old");
    FileStore leaving = session();
    Upload upload = leaving.upload(path("/file"), WriteMode.REPLACE);
    upload.transferFrom(source("new"), ProgressListener.NONE);

    leaving.close();

    replaceWhenFree("/file", "next");
    assertThat(get("/file")).isEqualTo("next");
  }

  /// The far end of a connection may notice a moment later that a session has gone.
  private void replaceWhenFree(String path, String content) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        put(path, content);
        return;
      } catch (Refused busy) {
        assertThat(System.nanoTime()).as("still busy: %s", busy).isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }
}
