package dev.simpleftp.socket.server;

import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// What a transfer shares with the rest of the server.
///
/// @param limits the bounds of its waits
/// @param watchdog cuts it when it stands still
/// @param events hears of its data connection
/// @param peer the client it is for
record Surroundings(Limits limits, Watchdog watchdog, WireEvents events, Peer peer) {

  DataConnection connection(SocketChannel socket) throws IOException {
    return new DataConnection(socket, watchdog, limits.stall());
  }

  void connected(int port) {
    events.dataConnected(peer, port);
  }
}
