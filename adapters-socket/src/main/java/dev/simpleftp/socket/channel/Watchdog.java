package dev.simpleftp.socket.channel;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Closes what has stood still too long, so that a thread blocked on it wakes up.
///
/// Time is counted by the monotonic clock: setting the machine's clock changes nothing.
public final class Watchdog implements Closeable {
  private static final long LOOK_EVERY_MILLIS = 500;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer;

  public Watchdog() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simpleftp-watchdog").factory());
    var _ =
        timer.scheduleAtFixedRate(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Watches until the result is closed.
  ///
  /// @param target closed when [Watch#touch()] was not called for this long
  public Watch watch(Closeable target, Duration patience) {
    var watch = new Watch(target, patience);
    watches.add(watch);
    return watch;
  }

  /// Closes what is watched now, too: nobody would wake a thread that is blocked on it any more.
  @Override
  public void close() {
    timer.shutdownNow();
    watches.forEach(Watch::bark);
  }

  private void look() {
    long now = System.nanoTime();
    for (Watch watch : watches) {
      if (!watch.resting && now - watch.lastTouch > watch.patienceNanos) {
        watch.bark();
      }
    }
  }

  /// One thing that must keep moving.
  public final class Watch implements Closeable {
    private final Closeable target;
    private final long patienceNanos;
    private volatile long lastTouch = System.nanoTime();
    private volatile boolean resting;
    private volatile boolean expired;

    private Watch(Closeable target, Duration patience) {
      this.target = target;
      this.patienceNanos = patience.toNanos();
    }

    /// It moved, or is to move from now on.
    public void touch() {
      lastTouch = System.nanoTime();
      resting = false;
    }

    /// It need not move until the next [#touch()].
    public void rest() {
      resting = true;
    }

    /// Whether it stood still too long and its target was closed.
    public boolean expired() {
      return expired;
    }

    @Override
    public void close() {
      watches.remove(this);
    }

    private void bark() {
      close();
      expired = true;
      try {
        target.close();
      } catch (IOException _) {
        // A connection that cannot be closed cleanly is gone all the same.
      }
    }
  }
}
