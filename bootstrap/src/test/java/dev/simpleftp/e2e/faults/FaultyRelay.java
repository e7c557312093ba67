package dev.simpleftp.e2e.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between clients and a server on 127.0.0.1 and carries their control connections and the
/// data connections that clients open, with faults.
public final class FaultyRelay implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final int server;
  private final Faults faults;
  private final ServerSocket listener = listening();
  private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Armed armed = Armed.with(Optional.empty());

  private FaultyRelay(int server, Faults faults) throws IOException {
    this.server = server;
    this.faults = faults;
  }

  /// A relay before the server on this port, with the faults it is armed with alone.
  public static FaultyRelay to(int server) throws IOException {
    return to(server, Faults.NONE);
  }

  /// The same with these as well.
  public static FaultyRelay to(int server, Faults faults) throws IOException {
    var relay = new FaultyRelay(server, faults);
    relay.open.add(relay.listener);
    Thread.ofVirtual().start(relay::acceptSessions);
    return relay;
  }

  /// Where clients find it on 127.0.0.1.
  public int port() {
    return listener.getLocalPort();
  }

  /// How many faults have happened.
  public int happened() {
    return count.get();
  }

  /// Does this once, in the next flow where it can happen. What stalled goes on.
  public void arm(Fault fault) {
    release();
    armed = Armed.with(Optional.of(fault));
  }

  /// Waits until what was armed has happened.
  public void awaitFault() throws InterruptedException {
    if (!armed.happened().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("did not happen within " + PATIENCE + ": " + armed.fault());
    }
  }

  /// Whether it has.
  public boolean hasHappened() {
    return armed.happened().getCount() == 0;
  }

  /// Lets go on what stalls.
  public void release() {
    armed.released().countDown();
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private void acceptSessions() {
    while (!listener.isClosed()) {
      try {
        var link = Link.of(listener.accept(), server);
        carry(link, Flow.COMMANDS, Pump.Translation.NONE);
        carry(link, Flow.REPLIES, new ReplyTranslation(this::openDoor));
      } catch (IOException _) {
        // The server is away, or the relay is closed.
      }
    }
  }

  /// For one data connection.
  private int openDoor(int port) throws IOException {
    ServerSocket door = listening();
    door.setSoTimeout((int) PATIENCE.toMillis());
    open.add(door);
    Thread.ofVirtual().start(() -> acceptData(door, port));
    return door.getLocalPort();
  }

  private void acceptData(ServerSocket door, int port) {
    try (door) {
      var link = Link.of(door.accept(), port);
      carry(link, Flow.DATA_UP, Pump.Translation.NONE);
      carry(link, Flow.DATA_DOWN, Pump.Translation.NONE);
    } catch (IOException _) {
      // The server is away, or the relay is closed.
    } finally {
      open.remove(door);
    }
  }

  private void carry(Link link, Flow flow, Pump.Translation translation) {
    open.add(link);
    Armed mine = armed;
    Optional<Fault> fault = mine.of(flow).or(() -> faults.of(flow));
    var pump = new Pump(link, flow, fault, new Watching(mine), translation);
    Thread.ofVirtual()
        .start(() -> {
          pump.run();
          if (link.isClosed()) {
            open.remove(link);
          }
        });
  }

  @Override
  public void close() {
    release();
    for (AutoCloseable it : open) {
      try {
        it.close();
      } catch (Exception _) {
        // Nothing can be lost with it.
      }
    }
  }

  /// One fault that happens once.
  private record Armed(Optional<Fault> fault, CountDownLatch happened, CountDownLatch released) {
    static Armed with(Optional<Fault> fault) {
      return new Armed(fault, new CountDownLatch(1), new CountDownLatch(1));
    }

    Optional<Fault> of(Flow flow) {
      return fault.filter(it -> it.flow() == flow && happened.getCount() > 0);
    }
  }

  private final class Watching implements Pump.Watch {
    private final Armed armed;

    Watching(Armed armed) {
      this.armed = armed;
    }

    @Override
    public void happened(Fault fault) {
      count.incrementAndGet();
      armed.happened().countDown();
    }

    @Override
    public void untilReleased(Link link) throws InterruptedException {
      while (!link.isClosed() && !armed.released().await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        // A look now and then whether anybody is still there.
      }
    }
  }
}
