package dev.simpleftp.socket.server;

import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.Farewells;
import dev.simpleftp.socket.channel.Route;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// What a session shares with the rest of the server.
///
/// @param limits the bounds of its waits
/// @param watchdog cuts it when it stands still
/// @param events hears of its data connection
/// @param route where the client is
/// @param farewells of its data connections
/// @param tlsFirst whether TLS begins before the first reply
/// @param standing is told when it logs in or out
record Surroundings(
    Limits limits,
    Watchdog watchdog,
    WireEvents events,
    Route route,
    Farewells farewells,
    boolean tlsFirst,
    Standing standing) {

  /// The client it is for.
  Peer peer() {
    return Sessions.peer(route.client());
  }

  DataConnection connection(SocketChannel socket) throws IOException {
    return new DataConnection(socket, watchdog, limits.stall(), limits.leastRate());
  }

  void connected(int port) {
    events.dataConnected(peer(), port);
  }

  /// Hears whether somebody is logged in.
  @FunctionalInterface
  interface Standing {
    void is(boolean loggedIn);
  }
}
