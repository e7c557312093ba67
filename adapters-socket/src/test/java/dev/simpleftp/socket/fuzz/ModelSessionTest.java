package dev.simpleftp.socket.fuzz;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sessions of drawn commands, several of them on one tree taking turns: every reply is the one
/// that the model tells, and in the end the store holds what the model holds.
@Tag("fuzz")
class ModelSessionTest {
  private static final int LITTLE = 6_000;
  private static final int STEPS_EACH = 60;
  private static final int STEPS_TO_WARM_UP = 40;

  @TempDir Path folder;

  @Test
  void oneSessionInMemoryGoesAsTheModelSays() throws Exception {
    play("one session in memory", 1, Ground::inMemory, 40);
  }

  @Test
  void threeSessionsOnOneTreeInMemoryGoAsTheModelSays() throws Exception {
    play("three sessions in memory", 3, Ground::inMemory, 50);
  }

  @Test
  void oneSessionOnDiskGoesAsTheModelSays() throws Exception {
    play("one session on disk", 1, () -> Ground.onDisk(folder), 4);
  }

  @Test
  void threeSessionsOnOneTreeOnDiskGoAsTheModelSays() throws Exception {
    play("three sessions on disk", 3, () -> Ground.onDisk(folder), 6);
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatFailedOnceGoesAsTheModelSays(Path session) throws IOException {
    List<Step> steps = Step.readAll(Files.readString(session));
    try (var server = new FuzzServer()) {
      new ModelRun(server, Ground::inMemory).play("fuzz", steps);
      new ModelRun(server, () -> Ground.onDisk(folder)).play("fuzz", steps);
    }
  }

  static Stream<Path> kept() throws IOException, URISyntaxException {
    var kept = Objects.requireNonNull(ModelSessionTest.class.getResource("/fuzz/sessions"));
    try (Stream<Path> files = Files.list(Path.of(kept.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  private void play(String what, int sessions, ModelRun.Maker grounds, int percent)
      throws Exception {
    Budget budget = Budget.of("commands", LITTLE).share(percent);
    long begun = System.nanoTime();
    try (var server = new FuzzServer()) {
      var run = new ModelRun(server, grounds);
      one(run, 0, 1, STEPS_TO_WARM_UP);
      Residue before = Residue.now();
      long played =
          Lanes.play(
              _ -> server.events().commands() < budget.amount(),
              () ->
                  number ->
                      one(
                          run,
                          budget.seed() * 1_000_003 + number,
                          sessions,
                          STEPS_EACH * sessions));
      before.assertNothingMore(played * sessions, folder);
      Duration time = Duration.ofNanos(System.nanoTime() - begun);
      budget.tell(what, server.events().commands(), time);
    }
  }

  private void one(ModelRun run, long seed, int sessions, int length) throws IOException {
    String account = "u" + Long.toHexString(seed);
    List<Step> steps = StepGenerator.draw(seed, sessions, length);
    try {
      run.play(account, steps);
    } catch (AssertionError | IOException | RuntimeException failure) {
      List<Step> few = Shrinker.shrink(steps, shorter -> fails(run, account, shorter));
      throw new AssertionError(
          "Seed %d. Keep these steps below src/test/resources/fuzz/sessions:%n%s"
              .formatted(seed, Step.write(few)),
          failure);
    }
  }

  private static boolean fails(ModelRun run, String account, List<Step> steps) {
    try {
      run.play(account, steps);
      return false;
    } catch (AssertionError | IOException | RuntimeException _) {
      return true;
    }
  }
}
