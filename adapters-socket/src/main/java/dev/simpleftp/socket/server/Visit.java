package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.channel.Farewells;
import dev.simpleftp.socket.channel.ProxyHeader;
import dev.simpleftp.socket.channel.Route;
import dev.simpleftp.socket.wire.Reply;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One accepted connection, from its first byte to its last.
///
/// Runs on a virtual thread of its own; others may [#dismiss(Reply)], [#cut()] and [#close()] it.
final class Visit implements Runnable, Closeable {
  private final SocketChannel socket;
  private final Sessions sessions;
  private final boolean tlsFirst;
  private volatile @Nullable ControlConnection connection;
  private volatile @Nullable Reply farewell;

  /// @param tlsFirst whether TLS begins before the first reply
  Visit(SocketChannel socket, Sessions sessions, boolean tlsFirst) {
    this.socket = socket;
    this.sessions = sessions;
    this.tlsFirst = tlsFirst;
  }

  /// Faults of the conversation end in [ControlConnection]. One on the way there ends this thread,
  /// after all it holds was freed; [Sessions] hears of it.
  @Override
  public void run() {
    try (socket) {
      enter();
    } catch (IOException _) {
      // The client is gone; there is nobody to tell.
    } finally {
      sessions.forget(this);
    }
  }

  /// Makes its thread say this and close, but not before a running transfer has ended.
  void dismiss(Reply reply) {
    farewell = reply;
    try {
      ControlConnection current = connection;
      if (current == null) {
        socket.shutdownInput();
      } else {
        current.dismiss(reply);
      }
    } catch (IOException _) {
      // It is gone already.
    }
  }

  /// Ends the transfer that runs; what [#dismiss(Reply)] asked for follows.
  void cut() {
    ControlConnection current = connection;
    if (current != null) {
      current.cut();
    }
  }

  @Override
  public void close() throws IOException {
    ControlConnection current = connection;
    if (current == null) {
      socket.close();
    } else {
      current.close();
    }
  }

  private void enter() throws IOException {
    FtpServerConfig config = sessions.config();
    Route route = route(config);
    InetAddress address = route.client().getAddress();
    if (!sessions.enter(this, address)) {
      sessions.turnAway(socket, tlsFirst, Sessions.peer(route.client()));
      return;
    }
    try {
      talk(config, route);
    } finally {
      sessions.leave(this, address);
    }
  }

  /// Who is there: whoever is at the other end, unless that is a trusted proxy. Its header must
  /// come within the time of a login.
  private Route route(FtpServerConfig config) throws IOException {
    Route direct = Route.direct(socket);
    if (!config.trusts(direct.neighbour())) {
      return direct;
    }
    try (var _ = sessions.watchdog().watch(socket, config.limits().login())) {
      return Route.behind(socket, ProxyHeader.read(socket.socket().getInputStream()));
    } catch (EOFException e) {
      // A proxy that only looks whether we are there; not worth a line in the log.
      throw e;
    } catch (IOException e) {
      sessions.events().proxyRefused(Sessions.peer(direct.client()));
      throw e;
    }
  }

  private void talk(FtpServerConfig config, Route route) throws IOException {
    var surroundings =
        new Surroundings(
            config.limits(),
            sessions.watchdog(),
            sessions.events(),
            route,
            new Farewells(),
            tlsFirst,
            loggedIn -> stands(loggedIn, route.client().getAddress()));
    sessions.events().connected(surroundings.peer());
    ControlConnection current;
    try {
      var channel = new ControlChannel(socket, config.limits().line());
      current = new ControlConnection(channel, sessions.useCases(), config, surroundings);
    } catch (IOException e) {
      sessions.events().disconnected(surroundings.peer());
      throw e;
    }
    connection = current;
    Reply already = farewell;
    if (already != null) {
      current.dismiss(already);
    }
    current.run();
  }

  private void stands(boolean loggedIn, InetAddress address) {
    if (loggedIn) {
      sessions.loggedIn(this, address);
    } else {
      sessions.awaitLogin(this, address);
    }
  }
}
