package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.store.Pace;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.Proof;
import java.io.IOException;
import java.time.Duration;

/// What the tries of one copy know of each other.
final class CopyHistory {
  /// Getting further by less than this does not begin the count of the tries anew.
  private static final long LEAST_STEP = 64 * 1024;

  /// A file is copied by at most so many tries that each got further.
  private static final long MOST_STEPS = 1000;

  private final Pace pace;
  private final long beginning;
  private long furthest;
  private long firstStart = -1;
  private long moved;
  private long moving;
  private int tries;
  private int retries;
  private boolean kept;
  private boolean sized;
  private boolean allSent;
  private boolean anew;
  private boolean stands;
  private boolean placing;
  private boolean changed;

  CopyHistory(Pace pace) {
    this.pace = pace;
    this.beginning = pace.now();
  }

  /// The source is not the file any more that the try began with.
  static final class SourceChanged extends IOException {
    SourceChanged() {
      super("The source changed while it was copied; copy it again when it stays as it is.");
    }
  }

  /// Tries in a row that got no further.
  int tries() {
    return tries;
  }

  void failed() {
    tries++;
    retries++;
  }

  boolean isRetry() {
    return retries > 0;
  }

  /// Each pause is twice as long as the one before.
  Duration pause(CopyFile.Retries policy) {
    Duration pause = policy.first();
    for (int i = 1; i < tries && pause.compareTo(policy.longest()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(policy.longest()) < 0 ? pause : policy.longest();
  }

  /// A try begins to move octets here.
  void starts(FileEntry source, long start) {
    long step = Math.max(LEAST_STEP, source.size() / MOST_STEPS);
    if (start >= furthest + step) {
      furthest = start;
      tries = 0;
    }
    moved += moving;
    moving = 0;
    firstStart = firstStart < 0 ? start : firstStart;
    sized = source.sizeKnown();
    allSent = false;
    stands = false;
  }

  /// The try that runs has moved so many.
  void moves(long octets) {
    moving = octets;
  }

  /// Whether a try of this copy has begun to move octets: what is unfinished is its own then.
  boolean hasBegun() {
    return firstStart >= 0;
  }

  /// Whether something of it may have arrived.
  boolean hasMoved() {
    return moved + moving > 0;
  }

  /// Whether the last try that began has moved something.
  boolean hasMovedNow() {
    return moving > 0;
  }

  /// Whether the target keeps what arrived when a try fails.
  void keeps(boolean able) {
    kept = able;
  }

  boolean isKept() {
    return kept;
  }

  /// Whether a part is kept that a later copy can go on with: some of it must have been there or
  /// have moved, and where a source ends unknown, nobody can tell a part from the whole.
  boolean isResumable() {
    return kept && sized && !stands && (firstStart > 0 || hasMoved());
  }

  /// All octets were handed over; what is missing is the confirmation.
  void sentAll() {
    allSent = true;
  }

  boolean isAllSent() {
    return allSent;
  }

  /// The copy is about to take its name.
  void places() {
    placing = true;
  }

  /// The copy has not got its name: its part is still there.
  void standsNot() {
    placing = false;
  }

  /// Whether what stands at the name may be this copy, although nobody has confirmed it.
  boolean mayStand() {
    return placing;
  }

  /// The copy has its name: there is no part any more.
  void stands() {
    stands = true;
  }

  /// The part that is there is not the beginning of the source.
  void beginAnew() {
    anew = true;
    allSent = false;
    furthest = 0;
  }

  /// The source was replaced or grew; that is tried again once.
  ///
  /// @return whether it was the first time
  boolean sourceChanged() {
    boolean first = !changed;
    changed = true;
    beginAnew();
    return first;
  }

  boolean isAnew() {
    return anew;
  }

  CopyFile.Report report(FileEntry source, boolean timeKept, Proof proof) {
    return new CopyFile.Report(
        source,
        Math.max(0, firstStart),
        moved + moving,
        Duration.ofNanos(pace.now() - beginning),
        retries,
        timeKept,
        proof);
  }
}
