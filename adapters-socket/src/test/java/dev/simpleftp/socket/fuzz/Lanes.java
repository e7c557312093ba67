package dev.simpleftp.socket.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Plays numbered games, several at the same time.
final class Lanes {
  private final AtomicLong next = new AtomicLong();
  private final AtomicBoolean failed = new AtomicBoolean();

  /// Plays one.
  @FunctionalInterface
  interface Game {
    void play(long number) throws Exception;
  }

  /// Makes the game of one lane.
  @FunctionalInterface
  interface Maker {
    Game make() throws Exception;
  }

  /// Says when it is enough.
  @FunctionalInterface
  interface Limit {
    boolean allows(long number);
  }

  /// Plays the games 0, 1, 2 … until it is enough or one has failed, which comes out. So many at
  /// the same time as there are processors.
  ///
  /// @return how many were played
  static long play(Limit limit, Maker maker) throws Exception {
    return play(Runtime.getRuntime().availableProcessors(), limit, maker);
  }

  /// The same with so many at the same time: for games that mostly wait.
  static long play(int many, Limit limit, Maker maker) throws Exception {
    var lanes = new Lanes();
    List<FutureTask<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      var task =
          new FutureTask<Void>(() -> {
            lanes.run(limit, maker.make());
            return null;
          });
      tasks.add(task);
      Thread.ofVirtual().name("fuzz-lane").start(task);
    }
    for (FutureTask<Void> task : tasks) {
      end(task);
    }
    return lanes.next.get();
  }

  private void run(Limit limit, Game game) throws Exception {
    boolean well = false;
    try {
      while (!failed.get() && limit.allows(next.get())) {
        game.play(next.getAndIncrement());
      }
      well = true;
    } finally {
      failed.compareAndSet(false, !well);
    }
  }

  private static void end(FutureTask<Void> task) throws Exception {
    try {
      task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
