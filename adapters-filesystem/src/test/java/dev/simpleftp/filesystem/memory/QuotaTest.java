package dev.simpleftp.filesystem.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.application.store.QuotaFileStore;
import dev.simpleftp.application.store.Usage;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A quota of 100 octets over a tree in memory.
class QuotaTest {
  private static final long LIMIT = 100;

  private final MemoryTree tree = new MemoryTree();
  private final Usage usage = new Usage();

  private FileStore session() throws IOException {
    FileStore store = tree.newStore();
    usage.count(store);
    return new QuotaFileStore(store, usage, LIMIT);
  }

  private static void put(FileStore store, String path, int size, WriteMode mode)
      throws IOException {
    try (Upload upload = store.upload(FilePath.of(path), mode)) {
      fill(upload, size);
      upload.commit(() -> true);
    }
  }

  private static void fill(Upload upload, int size) throws IOException {
    var source = Channels.newChannel(new ByteArrayInputStream(new byte[size]));
    upload.transferFrom(source, ProgressListener.NONE);
  }

  private static void put(FileStore store, String path, int size) throws IOException {
    put(store, path, size, WriteMode.REPLACE);
  }

  private static void assertOverQuota(FileStore store, String path, int size, WriteMode mode) {
    Refused refused = catchThrowableOfType(Refused.class, () -> put(store, path, size, mode));
    assertThat(refused.refusal()).isEqualTo(Refusal.OVER_QUOTA);
  }

  private long sizeOf(String path) throws IOException {
    return tree.newStore().describe(FilePath.of(path)).size();
  }

  @Test
  void countsWhatIsThereAlready() throws IOException {
    FileStore behind = tree.newStore();
    behind.makeDirectory(FilePath.of("/d"));
    put(behind, "/d/old", 60);

    assertOverQuota(session(), "/new", 41, WriteMode.REPLACE);

    put(session(), "/new", 40);
    assertThat(usage.octets()).isEqualTo(100);
  }

  @Test
  void anUploadBeyondItLeavesTheOldFileWhole() throws IOException {
    FileStore store = session();
    put(store, "/f", 30);

    assertOverQuota(store, "/f", 101, WriteMode.REPLACE);

    assertThat(sizeOf("/f")).isEqualTo(30);
    assertThat(usage.octets()).isEqualTo(30);
  }

  @Test
  void refusesAtOnceWhenNothingIsLeft() throws IOException {
    FileStore store = session();
    put(store, "/f", 100);

    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> store.upload(FilePath.of("/g"), WriteMode.REPLACE));

    assertThat(refused.refusal()).isEqualTo(Refusal.OVER_QUOTA);
    put(tree.newStore(), "/g", 1);
  }

  @Test
  void aFileMayBeReplacedByOneOfItsSizeAlsoWhenAllIsUsed() throws IOException {
    FileStore store = session();
    put(store, "/f", 100);

    put(store, "/f", 100);
    put(store, "/f", 70);

    assertThat(usage.octets()).isEqualTo(70);
  }

  @Test
  void appendedAndResumedOctetsCountOnce() throws IOException {
    FileStore store = session();
    put(store, "/f", 50);
    put(store, "/f", 30, WriteMode.APPEND);
    put(store, "/f", 60, new WriteMode.ResumeAt(40));

    assertThat(usage.octets()).isEqualTo(100);
    assertOverQuota(store, "/f", 1, WriteMode.APPEND);
    put(store, "/f", 60, new WriteMode.ResumeAt(20));
    assertThat(usage.octets()).isEqualTo(80).isEqualTo(sizeOf("/f"));
  }

  @Test
  void whatIsRemovedOrReplacedByARenameGivesItsRoomBack() throws IOException {
    FileStore store = session();
    put(store, "/a", 40);
    put(store, "/b", 60);

    store.rename(FilePath.of("/a"), FilePath.of("/b"));
    assertThat(usage.octets()).isEqualTo(40);
    store.rename(FilePath.of("/b"), FilePath.of("/b"));
    assertThat(usage.octets()).isEqualTo(40);

    store.removeFile(FilePath.of("/b"));
    assertThat(usage.octets()).isZero();
  }

  @Test
  void anUploadThatIsGivenUpGivesItsRoomBack() throws IOException {
    FileStore store = session();
    try (Upload upload = store.upload(FilePath.of("/f"), WriteMode.REPLACE)) {
      fill(upload, 80);
      assertThat(usage.octets()).isEqualTo(80);
      assertOverQuota(session(), "/g", 21, WriteMode.REPLACE);
      assertThat(upload.commit(() -> false)).isFalse();
    }

    assertThat(usage.octets()).isZero();
  }

  /// The room of the old file was promised to the new one, and then given away.
  @Test
  void countsAgainWhenTheOldFileHasGoneMeanwhile() throws IOException {
    FileStore store = session();
    put(store, "/f", 90);
    try (Upload upload = store.upload(FilePath.of("/f"), WriteMode.REPLACE)) {
      fill(upload, 90);
      session().removeFile(FilePath.of("/f"));
      put(session(), "/g", 50);

      Refused refused = catchThrowableOfType(Refused.class, () -> upload.commit(() -> true));

      assertThat(refused.refusal()).isEqualTo(Refusal.OVER_QUOTA);
    }
    assertThat(usage.octets()).isEqualTo(50);
  }

  @Test
  void manySessionsAtOnceNeverOvershoot() throws Exception {
    List<Callable<Void>> sessions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int seed = i;
      sessions.add(() -> work(session(), new Random(seed)));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> each : threads.invokeAll(sessions)) {
        each.get();
      }
    }

    var recount = new Usage();
    recount.count(tree.newStore());
    assertThat(usage.octets()).isEqualTo(recount.octets()).isLessThanOrEqualTo(LIMIT);
  }

  private Void work(FileStore store, Random random) throws IOException {
    for (int i = 0; i < 5_000; i++) {
      String path = "/" + random.nextInt(6);
      try {
        switch (random.nextInt(4)) {
          case 0 -> store.removeFile(FilePath.of(path));
          case 1 -> store.rename(FilePath.of(path), FilePath.of("/" + random.nextInt(6)));
          case 2 -> put(store, path, random.nextInt(30), WriteMode.APPEND);
          default -> put(store, path, random.nextInt(70));
        }
      } catch (Refused _) {
        // Busy, missing or full: part of the game.
      }
      assertThat(usage.octets()).isBetween(0L, LIMIT);
    }
    return null;
  }
}
