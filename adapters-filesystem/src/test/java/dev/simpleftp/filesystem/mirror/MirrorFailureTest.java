package dev.simpleftp.filesystem.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.simpleftp.application.port.in.CopyFile.Retries;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.in.CopyTree.Failed;
import dev.simpleftp.application.port.in.CopyTree.Options;
import dev.simpleftp.application.port.in.CopyTree.Report;
import dev.simpleftp.application.port.in.CopyTree.Step;
import dev.simpleftp.application.port.in.CopyTree.TreeListener;
import dev.simpleftp.application.store.StoreFaults.Operation;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What breaks on the way, and that it ends in order.
class MirrorFailureTest extends MirrorBench {
  private static final Options DELETING_FOUR = new Options(false, 4, true, false, FILES);

  MirrorFailureTest() throws IOException {}

  @AfterEach
  void nothingLeaks() {
    assertThat(Thread.interrupted()).isFalse();
    assertNothingLeaks();
  }

  @Test
  void aWalkWhoseSessionIsLostGoesOnWithANewOne() throws IOException {
    plant();
    var lists = new AtomicInteger();
    trouble((operation, _) -> {
      if (operation == Operation.LIST && lists.incrementAndGet() % 3 != 0) {
        throw ConnectionFailed.ofSession("lost");
      }
    });
    var waits = new AtomicInteger();

    Report report =
        mirror(
            new Options(
                false,
                1,
                false,
                false,
                FILES.withRetries(new Retries(2, Duration.ofMillis(1), Duration.ofMillis(1)))),
            new TreeListener() {
              @Override
              public void waits(Duration left, int attempt, IOException cause) {
                waits.incrementAndGet();
              }
            });

    assertThat(report.troubles()).isEmpty();
    assertThat(waits.get()).isGreaterThan(3);
    assertEqual();
  }

  @Test
  void endsWhenTheTreeCannotBeReadAnyMore() throws IOException {
    plant();
    trouble((operation, path) -> {
      if (operation == Operation.LIST && path.equals(FilePath.of("/from/a"))) {
        throw ConnectionFailed.ofSession("gone");
      }
    });

    Failed failed = catchThrowableOfType(Failed.class, () -> mirror(DELETING_FOUR));

    assertThat(failed.reason()).hasMessage("gone").isInstanceOf(ConnectionFailed.class);
  }

  @Test
  void aDirectoryThatCannotBeReadIsToldAndForbidsEveryRemoval() throws IOException {
    plant();
    to.file("/to/z", "z");
    to.directory("/to/c");
    to.file("/to/c/z", "z");
    trouble((operation, path) -> {
      if (operation == Operation.LIST && path.equals(FilePath.of("/from/a/b"))) {
        throw new Refused(Refusal.DENIED);
      }
    });

    Report report = mirror(DELETING_FOUR);

    assertThat(to.content("/to")).containsKeys("/z", "/c/z", "/c/5", "/a/2");
    assertThat(report.removed()).isZero();
    assertThat(report.troubles()).hasSize(2);
    assertThat(report.troubles().getLast().cause()).hasMessageStartingWith("Nothing was removed");
  }

  @Test
  void whatCannotBeReadInAListingForbidsEveryRemoval() throws IOException {
    from.file("/from/a", "a");
    to.file("/to/z", "z");
    from.around = UnreadFileStore::new;

    Report report = mirror(DELETING_FOUR);

    assertThat(to.content("/to")).containsKeys("/a", "/z");
    assertThat(report.removed()).isZero();
    assertThat(report.troubles().getFirst().cause()).hasMessageContaining("1 lines");
  }

  @Test
  void endsSoonWhenNoSessionIsToBeHadAnyMore() throws IOException {
    for (int i = 0; i < 500; i++) {
      from.file("/from/" + i, "x");
    }
    var down = new AtomicBoolean();
    from.gate =
        () -> {
          if (down.get()) {
            throw ConnectionFailed.ofSession("down");
          }
        };
    trouble((operation, _) -> {
      if (operation == Operation.DOWNLOAD) {
        down.set(true);
        throw ConnectionFailed.ofSession("lost");
      }
    });

    Failed failed = catchThrowableOfType(Failed.class, () -> mirror(FOUR));

    assertThat(failed.reason()).hasMessage("lost");
    assertThat(failed.soFar().failed()).isBetween(1L, 8L);
  }

  @Test
  void aFileThatEndsEverySessionIsToldAndTheRestIsCopied() throws IOException {
    plant();
    trouble((operation, path) -> {
      if (operation == Operation.DOWNLOAD && path.name().text().equals("4")) {
        throw ConnectionFailed.ofSession("crashed");
      }
    });

    Report report = mirror(FOUR);

    assertThat(report.copied()).isEqualTo(6);
    assertThat(report.troubles()).hasSize(1);
  }

  @Test
  void endsWhenTheTargetIsFull() throws IOException {
    for (int i = 0; i < 500; i++) {
      from.file("/from/" + i, "x");
    }
    trouble((operation, _) -> {
      if (operation == Operation.UPLOAD) {
        throw new Refused(Refusal.NO_SPACE);
      }
    });

    Failed failed = catchThrowableOfType(Failed.class, () -> mirror(FOUR));

    assertThat(((Refused) failed.reason()).refusal()).isEqualTo(Refusal.NO_SPACE);
    assertThat(failed.soFar().failed()).isLessThan(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void goesOnWithTheSessionsThatItGets(int allowed) throws Exception {
    for (int i = 0; i < 300; i++) {
      from.file("/from/" + i, "x");
    }
    from.gate =
        () -> {
          if (from.open.get() >= allowed) {
            throw ConnectionFailed.ofSession("421 Too many connections");
          }
        };

    copy.permits.drainPermits();
    var mirror = new FutureTask<Report>(() -> mirror(new Options(false, 6, false, false, FILES)));
    Thread.ofVirtual().start(mirror);

    await().until(() -> told.contains("closed: 421 Too many connections"));
    copy.permits.release(1000);

    Report report = mirror.get();
    assertThat(report.copied()).isEqualTo(300);
    assertThat(report.troubles()).isEmpty();
    assertThat(copy.mostAtOnce.get()).isLessThanOrEqualTo(Math.max(1, allowed));
  }

  @Test
  void copiesAtTheSameTime() throws Exception {
    plant();
    copy.permits.drainPermits();
    var report = new FutureTask<Report>(() -> mirror(FOUR));
    Thread.ofVirtual().start(report);

    await().until(() -> copy.atOnce.get() == 4);
    copy.permits.release(1000);

    assertThat(report.get().copied()).isEqualTo(7);
    assertEqual();
    assertThat(copy.mostAtOnce).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anInterruptEndsItAndTheNextRunGoesOn(int parallel) throws Exception {
    plant();
    copy.permits.drainPermits();
    copy.permits.release(3);
    var options = new Options(false, parallel, true, false, FILES);
    var failure = new AtomicReference<@Nullable Throwable>();
    var interrupted = new AtomicBoolean();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              failure.set(catchThrowable(() -> mirror(options)));
              interrupted.set(Thread.interrupted());
            });
    await().until(() -> copy.permits.availablePermits() == 0 && copy.permits.hasQueuedThreads());

    thread.interrupt();
    thread.join();

    assertThat(failure.get())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.reason()).isInstanceOf(InterruptedIOException.class);
              assertThat(failed.soFar().copied()).isEqualTo(3);
              assertThat(failed.soFar().troubles()).isEmpty();
            });
    assertThat(interrupted).isTrue();
    assertThat(copy.atOnce).hasValue(0);
    copy.permits.release(1000);
    assertThat(mirror(options).copied()).isEqualTo(4);
    assertEqual();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a/b/4", "/z"})
  void anExceptionOfTheListenerEndsItAndComesOut(String path) throws IOException {
    plant();
    to.file("/to/z", "z");
    var bug = new IllegalStateException("bug");

    Throwable thrown =
        catchThrowable(() ->
            mirror(
                DELETING_FOUR,
                new TreeListener() {
                  @Override
                  public CopyListener begins(Step step, int lane) {
                    if (step.path().toString().equals(path)) {
                      throw bug;
                    }
                    return CopyListener.NONE;
                  }
                }));

    assertThat(thrown).isSameAs(bug);
    assertThat(copy.atOnce).hasValue(0);
    mirror(DELETING_FOUR);
    assertEqual();
  }

  @Test
  void anExceptionInALaneEndsTheOthersToo() throws IOException {
    for (int i = 0; i < 5_000; i++) {
      from.file("/from/" + i, "x");
    }
    copy.permits.drainPermits();
    copy.permits.release(20);
    var bug = new IllegalStateException("bug");

    Throwable thrown =
        catchThrowable(() ->
            mirror(
                FOUR,
                new TreeListener() {
                  @Override
                  public void done(Step step, int lane) {
                    if (copy.permits.availablePermits() == 0) {
                      throw bug;
                    }
                  }
                }));

    assertThat(thrown).isSameAs(bug);
    assertThat(copy.atOnce).hasValue(0);
  }
}
