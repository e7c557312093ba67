package dev.simpleftp.console.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.console.terminal.RecordingScreen;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CopyViewTest {
  private static final long KIB = 1024;
  private static final FileEntry BIG =
      FileEntry.file(new FileName("big.bin"), 100 * KIB, Instant.EPOCH);
  private static final CopyView.Task TASK = new CopyView.Task("big.bin", "big.bin", "received");

  private final AtomicLong clock = new AtomicLong();
  private final List<String> shown = new ArrayList<>();
  private Runnable stillWanted = () -> {};
  private final ScreenView screen =
      new ScreenView(new RecordingScreen(shown), () -> stillWanted.run(), clock::get);
  private final JsonView json = new JsonView(shown::add, () -> stillWanted.run(), clock::get);

  private void pass(long millis) {
    clock.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private static CopyFile.Report report(long start, int retries, Proof proof) {
    return new CopyFile.Report(
        BIG, start, 100 * KIB - start, Duration.ofSeconds(2), retries, true, proof);
  }

  private static Proof digest() {
    return new Proof.ByDigest(new Digest(DigestAlgorithm.CRC32, "0000abcd"));
  }

  @Test
  void showsWhatIsThereAlreadyAndHowFarItCame() {
    CopyView.Watch watch = screen.begins(TASK);
    watch.began(BIG, 50 * KIB);
    pass(1000);
    watch.moved(75 * KIB);

    assertThat(shown.getLast())
        .startsWith("big.bin  75% [+++++++")
        .contains("#######>")
        .endsWith("]  75.0 KiB  25.0 KiB/s  ETA 0:01");
  }

  @Test
  void promisesNoEndWhereNobodyKnowsTheSize() {
    screen.expect(2, 0);
    CopyView.Watch watch = screen.begins(TASK);
    watch.began(BIG.withoutSize(), 0);
    shown.clear();
    pass(1000);
    watch.moved(75 * KIB);

    assertThat(shown)
        .containsExactly("big.bin  75.0 KiB  75.0 KiB/s", "0/2 files  75.0 KiB  75.0 KiB/s");
  }

  @Test
  void tellsProgramsNoSizeThatNobodyKnows() {
    CopyView.Watch watch = json.begins(TASK);
    watch.began(BIG.withoutSize(), 0);
    watch.moved(30);
    watch.done(
        new CopyFile.Report(BIG.withoutSize(), 0, 30, Duration.ofSeconds(2), 0, true, Proof.NONE));
    shown.add(JsonEvents.entry("big.bin", BIG.withoutSize()));

    assertThat(shown).hasSize(4).noneMatch(line -> line.contains("size"));
    assertThat(shown.get(2)).contains("\"bytes\":30,\"moved\":30");
  }

  @Test
  void saysWhatItIsDoingInBrackets() {
    CopyView.Watch watch = screen.begins(TASK);
    watch.began(BIG, 0);
    watch.moved(50 * KIB);

    watch.waits(Duration.ofMillis(6900), 3, ConnectionFailed.ofSession("gone"));
    assertThat(shown.getLast()).endsWith("[delaying before reconnect: 7 s, try 3]");
    watch.state(CopyListener.State.CONNECTING);
    assertThat(shown.getLast()).endsWith("[connecting]");
  }

  @Test
  void redrawsTenTimesASecondAtMost() {
    CopyView.Watch watch = screen.begins(TASK);
    watch.began(BIG, 0);
    shown.clear();

    for (int i = 0; i < 1000; i++) {
      pass(1);
      watch.moved(i);
    }

    assertThat(shown).hasSize(10);
  }

  @Test
  void drawsALineForEachCopyAndOneForAll() {
    screen.expect(3, 300 * KIB);
    CopyView.Watch first = screen.begins(TASK);
    first.began(BIG, 0);
    CopyView.Watch second = screen.begins(new CopyView.Task("b", "b", "received"));
    second.began(BIG, 0);
    first.done(report(0, 0, Proof.BY_SIZE));
    shown.clear();
    pass(1000);

    second.moved(50 * KIB);

    assertThat(shown).hasSize(2);
    assertThat(shown.get(0)).startsWith("b  50%");
    assertThat(shown.get(1)).startsWith("1/3 files  50%").contains("150.0 KiB");
  }

  @Test
  void leavesOneHonestLineBehind() {
    screen.begins(TASK).done(report(50 * KIB, 2, digest()));
    screen.begins(new CopyView.Task("a", "b", "stored")).done(report(0, 0, Proof.BY_SIZE));

    assertThat(shown)
        .containsExactly(
            "big.bin: 50.0 KiB received in 2.0 s (25.0 KiB/s), resumed at 50.0 KiB, 2 retries,"
                + " verified: crc32",
            "a -> b: 100.0 KiB stored in 2.0 s (50.0 KiB/s), verified: size only");
  }

  @Test
  void endsTheCopyThatIsNotWantedAnyMore() {
    var ends = new IllegalStateException("Ctrl-C");
    CopyView.Watch onScreen = screen.begins(TASK);
    CopyView.Watch inJson = json.begins(TASK);
    stillWanted =
        () -> {
          throw ends;
        };

    assertThatThrownBy(() -> onScreen.moved(1)).isSameAs(ends);
    assertThatThrownBy(() -> inJson.moved(1)).isSameAs(ends);
  }

  @Test
  void tellsProgramsOneEventALine() {
    json.expect(1, 100 * KIB);
    CopyView.Watch watch = json.begins(TASK);
    watch.began(BIG, 10);
    pass(499);
    watch.moved(20);
    pass(1);
    watch.moved(30);
    watch.waits(Duration.ofSeconds(1), 1, ConnectionFailed.ofSession("It \"broke\"\n."));
    watch.done(report(10, 1, digest()));

    assertThat(shown)
        .containsExactly(
            "{\"event\":\"total\",\"files\":1,\"bytes\":102400}",
            "{\"event\":\"start\",\"file\":\"big.bin\",\"to\":\"big.bin\",\"size\":102400,\"resumedAt\":10}",
            "{\"event\":\"progress\",\"file\":\"big.bin\",\"done\":30}",
            "{\"event\":\"retry\",\"file\":\"big.bin\",\"attempt\":1,\"inSeconds\":1.0,\"cause\":\"It \\\"broke\\\"\\n.\"}",
            "{\"event\":\"verified\",\"file\":\"big.bin\",\"by\":\"crc32\",\"digest\":\"0000abcd\"}",
            "{\"event\":\"end\",\"file\":\"big.bin\",\"bytes\":102400,\"moved\":102390,\"resumedAt\":10,\"retries\":1,\"seconds\":2.0}");
  }

  @Test
  void tellsProgramsWhyACopyFailed() {
    var cause = new Refused(Refusal.NO_SPACE);

    json.begins(TASK).failed(new CopyFile.Failed(CopyFile.Side.TARGET, cause, true));

    assertThat(shown)
        .containsExactly(
            "{\"event\":\"error\",\"file\":\"big.bin\",\"kind\":\"no-space\",\"message\":\"No space left on the device\",\"side\":\"target\",\"resumable\":true}");
  }
}
