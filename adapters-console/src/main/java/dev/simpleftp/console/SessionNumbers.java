package dev.simpleftp.console;

import dev.simpleftp.domain.Peer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Numbers sessions when they connect, before anybody logs in, so that every log names them alike.
///
/// Thread-safe; it remembers only those that are there.
public final class SessionNumbers {
  private final AtomicLong last = new AtomicLong();
  private final Map<Peer, Long> numbers = new ConcurrentHashMap<>();

  /// The session of this client begins.
  public void begin(Peer peer) {
    numbers.put(peer, last.incrementAndGet());
  }

  /// The number of this client's session; 0 when it has none.
  public long of(Peer peer) {
    return numbers.getOrDefault(peer, 0L);
  }

  /// The session of this client is over.
  public void end(Peer peer) {
    numbers.remove(peer);
  }
}
