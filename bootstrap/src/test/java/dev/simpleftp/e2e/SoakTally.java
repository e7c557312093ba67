package dev.simpleftp.e2e;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// What all clients of a soak have done so far.
final class SoakTally {
  private static final int TOLD = 50;

  /// The shortest time limit of the server, that of handshakes, in seconds.
  private static final int LIMIT_SECONDS = 10;

  private final AtomicLong transfers = new AtomicLong();
  private final AtomicLong faults = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final List<String> troubles = new CopyOnWriteArrayList<>();

  /// A copy that its client calls complete.
  void transferred() {
    transfers.incrementAndGet();
  }

  /// A copy that failed, as copies may on a bad line.
  void failedAsItMay() {
    faults.incrementAndGet();
  }

  /// A file that is not what it has to be.
  void wrong(String what) {
    wrong.incrementAndGet();
    tell("wrong: " + what);
  }

  /// A copy that failed without a reason, after so many seconds.
  void failed(String what, long seconds) {
    (seconds < LIMIT_SECONDS ? failures : late).incrementAndGet();
    tell("failed after %d s: %s".formatted(seconds, what));
  }

  private void tell(String trouble) {
    if (troubles.size() < TOLD) {
      System.err.println(trouble);
      troubles.add(trouble);
    }
  }

  /// Copies that failed so late that they may have run into a time limit, as they do on a machine
  /// that is too busy.
  long late() {
    return late.get();
  }

  long transfers() {
    return transfers.get();
  }

  long faults() {
    return faults.get();
  }

  long wrong() {
    return wrong.get();
  }

  long failures() {
    return failures.get();
  }

  /// The first of what went wrong, in words.
  List<String> troubles() {
    return List.copyOf(troubles);
  }
}
