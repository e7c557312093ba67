package dev.simpleftp.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work beside other work of its kind, for tests that mostly wait.
final class Lanes {
  private Lanes() {}

  /// Something that is done in a lane.
  interface Work {
    void in(int lane) throws Exception;
  }

  /// Does the work in lanes 0 to `count` - 1 at the same time and waits for all; the first that
  /// fails fails the test.
  static void run(int count, Work work) throws Exception {
    List<Callable<Void>> lanes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int lane = i;
      lanes.add(() -> {
        work.in(lane);
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(count)) {
      for (Future<Void> lane : threads.invokeAll(lanes)) {
        lane.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a lane failed: " + e.getCause(), e);
    }
  }
}
