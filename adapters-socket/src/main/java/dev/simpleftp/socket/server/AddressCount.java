package dev.simpleftp.socket.server;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many sessions each address has; it remembers only addresses that have one.
final class AddressCount {
  private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();

  /// Counts one more, unless the address has so many already.
  boolean enter(InetAddress address, int most) {
    if (counts.merge(address, 1, Integer::sum) <= most) {
      return true;
    }
    leave(address);
    return false;
  }

  void leave(InetAddress address) {
    counts.computeIfPresent(address, (_, n) -> n > 1 ? n - 1 : null);
  }
}
