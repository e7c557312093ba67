package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// The ports that passive data connections may use, and which of them are free.
///
/// A port is chosen at random, so that a stranger cannot guess where the next file will pass. What
/// our own sessions hold is never tried; a port that another program holds is put aside until the
/// free ones are used up. So whoever asks tries a few ports at most, however long the range is.
/// Thread-safe.
public final class PassivePorts {
  private static final int BACKLOG = 8;
  private static final int MOST_TRIES = 16;

  /// The free ports stand before [#freeCount], in no order.
  private final int[] free;

  private final Deque<Integer> foreign = new ArrayDeque<>();
  private int freeCount;

  /// A range of ports.
  ///
  /// @param first the lowest, at least 1
  /// @param last the highest, at most 65535
  public PassivePorts(int first, int last) {
    if (first < 1 || last > 65_535 || first > last) {
      throw new IllegalArgumentException(
          "Passive ports are a range such as 50000-50999, from 1 to 65535.");
    }
    freeCount = last - first + 1;
    free = new int[freeCount];
    for (int i = 0; i < freeCount; i++) {
      free[i] = first + i;
    }
  }

  private PassivePorts() {
    free = new int[0];
  }

  /// Leaves the choice to the system.
  public static PassivePorts any() {
    return new PassivePorts();
  }

  /// Listens on a free port.
  ///
  /// @throws BindException when none was found
  Lease lease(InetAddress local, RandomGenerator random) throws IOException {
    if (free.length == 0) {
      return new Lease(bind(local, 0), () -> {});
    }
    for (int i = 0; i < MOST_TRIES; i++) {
      OptionalInt port = take(random);
      if (port.isEmpty()) {
        break;
      }
      try {
        return new Lease(bind(local, port.getAsInt()), () -> giveBack(port.getAsInt()));
      } catch (BindException _) {
        putAside(port.getAsInt());
      } catch (IOException e) {
        giveBack(port.getAsInt());
        throw e;
      }
    }
    throw new BindException("No passive port is free.");
  }

  private static ServerSocketChannel bind(InetAddress local, int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      return channel.bind(new InetSocketAddress(local, port), BACKLOG);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private synchronized OptionalInt take(RandomGenerator random) {
    if (freeCount == 0) {
      Integer aside = foreign.poll();
      return aside == null ? OptionalInt.empty() : OptionalInt.of(aside);
    }
    int index = random.nextInt(freeCount);
    int port = free[index];
    free[index] = free[--freeCount];
    return OptionalInt.of(port);
  }

  private synchronized void giveBack(int port) {
    free[freeCount++] = port;
  }

  private synchronized void putAside(int port) {
    foreign.add(port);
  }

  /// A port that is listened on, and how it comes back.
  record Lease(ServerSocketChannel listener, Runnable end) {}
}
