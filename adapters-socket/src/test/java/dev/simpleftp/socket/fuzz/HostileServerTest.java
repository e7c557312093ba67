package dev.simpleftp.socket.fuzz;

import dev.simpleftp.socket.channel.Watchdog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies and mirrors with servers that mean harm: each ends in time, with what was asked for or
/// with one of the exceptions that are agreed upon; nothing but the target changes, and no copy is
/// called done that is not.
@Tag("fuzz")
class HostileServerTest {
  private static final int LITTLE = 48;
  private static final int AT_ONCE = 16;
  private static final int LONGEST_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void noServerDoesHarmOrIsBelieved() throws Exception {
    Budget budget = Budget.of("copies", LITTLE);
    long begun = System.nanoTime();
    Residue before = Residue.now();
    try (var watchdog = new Watchdog()) {
      long played =
          Lanes.play(
              AT_ONCE,
              number -> number < budget.amount(),
              () -> number -> one(watchdog, budget.seed() * 1_000_003 + number));
      before.assertNothingMore(played, folder);
      budget.tell("hostile servers", played, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private void one(Watchdog watchdog, long seed) throws Exception {
    var game = new HostileGame(watchdog, seed, folder);
    var task =
        new FutureTask<Void>(() -> {
          game.play();
          return null;
        });
    Thread.ofVirtual().name("hostile-game").start(task);
    try {
      task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("Seed " + seed + "\n" + String.join("\n", game.said()), e);
    }
  }
}
