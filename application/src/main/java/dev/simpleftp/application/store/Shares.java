package dev.simpleftp.application.store;

import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What sessions with the same key have in common: made for the first, gone with the last.
///
/// It holds no more than there are sessions; thread-safe.
public final class Shares<K, V> {
  private final Map<K, Share> shares = new HashMap<>();

  /// Takes part in what belongs to this key.
  public synchronized Part<V> join(K key, Supplier<V> make) {
    Share share = shares.computeIfAbsent(key, _ -> new Share(make.get()));
    share.members++;
    return new Part<>(share.value, () -> leave(key, share));
  }

  private synchronized void leave(K key, Share share) {
    share.members--;
    if (share.members == 0) {
      shares.remove(key);
    }
  }

  private final class Share {
    private final V value;
    private int members;

    Share(V value) {
      this.value = value;
    }
  }

  /// One session's part.
  public static final class Part<V> implements Closeable {
    private final V value;
    private Runnable leave;

    private Part(V value, Runnable leave) {
      this.value = value;
      this.leave = leave;
    }

    public V value() {
      return value;
    }

    /// Leaves; once is enough.
    @Override
    public synchronized void close() {
      Runnable once = leave;
      leave = () -> {};
      once.run();
    }
  }
}
