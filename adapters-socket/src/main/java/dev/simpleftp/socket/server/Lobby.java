package dev.simpleftp.socket.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who has not logged in, by address, in the order of coming.
///
/// When it is too full, the address that has the most in it gives up its oldest. So a crowd that
/// only opens connections displaces itself, and a client that logs in at once is the last to go
/// (R22). Thread-safe.
///
/// @param <T> what waits
final class Lobby<T> {
  private final Map<InetAddress, Set<T>> guests = new LinkedHashMap<>();
  private int count;

  /// Lets it wait.
  synchronized void enter(T guest, InetAddress address) {
    if (guests.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(guest)) {
      count++;
    }
  }

  /// It waits no more; nothing happens when it has gone already.
  synchronized void leave(T guest, InetAddress address) {
    Set<T> neighbours = guests.get(address);
    if (neighbours != null && neighbours.remove(guest)) {
      count--;
      if (neighbours.isEmpty()) {
        guests.remove(address);
      }
    }
  }

  /// Removes as many as are too many.
  ///
  /// @return those that must go
  synchronized List<T> shrink(int most) {
    List<T> evicted = new ArrayList<>();
    while (count > most) {
      evicted.add(evictOne());
    }
    return evicted;
  }

  private T evictOne() {
    Iterator<Map.Entry<InetAddress, Set<T>>> all = guests.entrySet().iterator();
    Map.Entry<InetAddress, Set<T>> fullest = all.next();
    while (all.hasNext()) {
      Map.Entry<InetAddress, Set<T>> next = all.next();
      if (next.getValue().size() > fullest.getValue().size()) {
        fullest = next;
      }
    }
    T oldest = fullest.getValue().iterator().next();
    leave(oldest, fullest.getKey());
    return oldest;
  }
}
