package dev.simpleftp.socket.faults;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// The names of machines in the tests of this module: as everywhere, unless a test makes them slow.
public final class SlowNames extends InetAddressResolverProvider {
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final AtomicReference<CountDownLatch> HELD =
      new AtomicReference<>(new CountDownLatch(0));

  /// From now on nobody gets an answer.
  static void hold() {
    ASKED.set(0);
    HELD.set(new CountDownLatch(1));
  }

  /// Everybody gets an answer again.
  static void release() {
    HELD.get().countDown();
  }

  /// How often a name or an address was asked for since [#hold].
  static int asked() {
    return ASKED.get();
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver inner = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        await();
        return inner.lookupByName(host, policy);
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        await();
        return inner.lookupByAddress(address);
      }
    };
  }

  private static void await() {
    ASKED.incrementAndGet();
    try {
      HELD.get().await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String name() {
    return "slow names";
  }
}
