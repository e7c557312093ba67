package dev.simpleftp.filesystem.memory;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;

/// How much content a tree may hold, unfinished uploads included.
final class Capacity {
  private final long total;
  private long used;

  Capacity(long total) {
    this.total = total;
  }

  /// @throws Refused NO_SPACE; then nothing was taken
  synchronized void take(long octets) throws Refused {
    if (octets > total - used) {
      throw new Refused(Refusal.NO_SPACE);
    }
    used += octets;
  }

  synchronized void free(long octets) {
    used -= octets;
  }

  synchronized long left() {
    return total - used;
  }

  synchronized long used() {
    return used;
  }
}
