package dev.simpleftp.socket.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out what a failure does not need: halves, then quarters, down to single pieces.
final class Shrinker {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private Shrinker() {}

  /// The fewest pieces found, in a bounded time, that still fail.
  ///
  /// @param fails whether these pieces alone show the failure
  static <T> List<T> shrink(List<T> pieces, Predicate<List<T>> fails) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    List<T> best = pieces;
    int size = Math.max(1, best.size() / 2);
    while (size >= 1 && System.nanoTime() < deadline) {
      List<T> shorter = without(best, size, fails, deadline);
      boolean gained = shorter.size() < best.size();
      best = shorter;
      size =
          gained && size > 1 ? Math.min(size, Math.max(1, best.size() / 2)) : gained ? 1 : size / 2;
    }
    return best;
  }

  private static <T> List<T> without(
      List<T> pieces, int size, Predicate<List<T>> fails, long deadline) {
    List<T> best = pieces;
    for (int from = 0; from < best.size() && System.nanoTime() < deadline; ) {
      List<T> candidate = new ArrayList<>(best.subList(0, from));
      candidate.addAll(best.subList(Math.min(best.size(), from + size), best.size()));
      if (!candidate.isEmpty() && fails.test(candidate)) {
        best = candidate;
      } else {
        from += size;
      }
    }
    return best;
  }
}
