package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All that is connected now, and how many of them there may be.
///
/// Thread-safe: acceptors bring connections in, the connections' own threads report what becomes of
/// them.
final class Sessions {
  private static final Reply STOPPING = Reply.of(421, "The server is stopping; closing.");
  private static final Reply CROWDED = Reply.of(421, "Too many wait for a login; closing.");
  private static final Reply FULL = Reply.of(421, "Too many sessions; try again later.");

  private final UseCases useCases;
  private final WireEvents events;
  private final Watchdog watchdog = new Watchdog();
  private final Map<Visit, Thread> visits = new ConcurrentHashMap<>();
  private final AddressCount addresses = new AddressCount();
  private final Lobby<Visit> lobby = new Lobby<>();
  private volatile FtpServerConfig config;

  Sessions(FtpServerConfig config, UseCases useCases, WireEvents events) {
    this.config = config;
    this.useCases = useCases;
    this.events = events;
  }

  FtpServerConfig config() {
    return config;
  }

  UseCases useCases() {
    return useCases;
  }

  WireEvents events() {
    return events;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  void limits(Limits limits) {
    config = config.limits(limits);
    evict(limits.unauthenticated());
  }

  /// Gives a new connection its thread, or turns it away. One after the other, so that several
  /// acceptors cannot pass the limit together.
  ///
  /// @param tlsFirst whether TLS begins before the first reply
  synchronized void receive(SocketChannel socket, boolean tlsFirst) throws IOException {
    if (visits.size() >= config.limits().sessions()) {
      turnAway(socket, tlsFirst, peer((InetSocketAddress) socket.getRemoteAddress()));
      return;
    }
    var visit = new Visit(socket, this, tlsFirst);
    Thread thread =
        Thread.ofVirtual()
            .name("simpleftp-control")
            .uncaughtExceptionHandler((_, fault) -> events.acceptFailed(fault))
            .unstarted(visit);
    visits.put(visit, thread);
    thread.start();
  }

  /// Lets a connection in whose client is known.
  ///
  /// @return whether this address may have one more
  boolean enter(Visit visit, InetAddress address) {
    if (!addresses.enter(address, config.limits().sessionsPerAddress())) {
      return false;
    }
    awaitLogin(visit, address);
    return true;
  }

  /// It waits for a login, at first or again.
  void awaitLogin(Visit visit, InetAddress address) {
    lobby.enter(visit, address);
    evict(config.limits().unauthenticated());
  }

  /// It has logged in.
  void loggedIn(Visit visit, InetAddress address) {
    lobby.leave(visit, address);
  }

  /// It goes, after it entered.
  void leave(Visit visit, InetAddress address) {
    lobby.leave(visit, address);
    addresses.leave(address);
  }

  /// Its thread ends.
  void forget(Visit visit) {
    visits.remove(visit);
  }

  /// Closes a connection; where TLS comes first nobody could read why.
  void turnAway(SocketChannel socket, boolean tlsFirst, Peer peer) throws IOException {
    events.turnedAway(peer);
    if (tlsFirst) {
      socket.close();
      return;
    }
    try (var channel = new ControlChannel(socket, Limits.SHORTEST_LINE)) {
      socket.configureBlocking(false);
      channel.write(ReplyCodec.encode(FULL));
    } catch (IOException _) {
      // It did not wait to be told.
    }
  }

  static Peer peer(InetSocketAddress address) {
    return new Peer(address.getAddress().getHostAddress(), address.getPort());
  }

  private void evict(int most) {
    lobby.shrink(most).forEach(visit -> visit.dismiss(CROWDED));
  }

  /// Tells everybody to go; running transfers go on.
  void dismiss() {
    visits.keySet().forEach(visit -> visit.dismiss(STOPPING));
  }

  /// Ends the transfers of those that were dismissed.
  void cut() {
    visits.keySet().forEach(Visit::cut);
  }

  /// Waits until all are gone, but no longer than this.
  void await(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (Thread thread : visits.values()) {
      thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
  }

  /// Closes every connection and waits until they have given up what they hold.
  void close(Duration patience) throws IOException {
    try {
      for (Visit visit : visits.keySet()) {
        visit.close();
      }
      await(patience);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      watchdog.close();
    }
  }
}
