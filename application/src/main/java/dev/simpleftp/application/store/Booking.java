package dev.simpleftp.application.store;

import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;

/// What one upload takes of a quota: booked while the bytes flow, and settled at its end.
///
/// The octets of the file that it will replace count as its own room.
final class Booking {
  private final Usage usage;
  private final long limit;
  private final long kept;
  private final long replaced;
  private long written;
  private long booked;
  private boolean closed;

  /// @param kept octets of the old file that stay in front of the new ones
  /// @param replaced octets of the old file
  Booking(Usage usage, long limit, long kept, long replaced) {
    this.usage = usage;
    this.limit = limit;
    this.kept = kept;
    this.replaced = replaced;
  }

  /// @throws Refused OVER_QUOTA when not one octet has room
  void requireRoom() throws Refused {
    if (limit - usage.octets() + replaced - kept <= 0) {
      throw new Refused(Refusal.OVER_QUOTA);
    }
  }

  /// Takes room for these octets more.
  ///
  /// @throws Refused OVER_QUOTA
  synchronized void take(int count) throws Refused {
    if (closed || !book(Math.max(0, kept + written + count - replaced))) {
      throw new Refused(Refusal.OVER_QUOTA);
    }
    written += count;
  }

  /// Books exactly what the tree will grow by; somebody may have removed the old file meanwhile.
  ///
  /// @param replacedNow octets of the file that goes now
  /// @return whether there is room
  synchronized boolean settle(long replacedNow) {
    return !closed && book(kept + written - replacedNow);
  }

  /// Lets what is booked count for good.
  synchronized void keep() {
    closed = true;
  }

  /// Gives back what was booked, unless it was kept.
  synchronized void close() {
    if (!closed) {
      closed = true;
      usage.add(-booked);
    }
  }

  private boolean book(long wanted) {
    boolean fits = usage.take(wanted - booked, limit);
    booked = fits ? wanted : booked;
    return fits;
  }
}
