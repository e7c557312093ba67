package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ServerConsole;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.server.WireEvents;

/// Shows on the console what happens on the wire: two adapters that do not know each other.
record ConsoleWireEvents(ServerConsole console) implements WireEvents {
  @Override
  public void connected(Peer peer) {
    console.connected(peer);
  }

  @Override
  public void commandReceived(Peer peer, String line) {
    console.commandReceived(peer, line);
  }

  @Override
  public void dataConnected(Peer peer, int port) {
    console.dataConnection(peer, port);
  }

  @Override
  public void disconnected(Peer peer) {
    console.disconnected(peer);
  }

  @Override
  public void turnedAway(Peer peer) {
    console.turnedAway(peer);
  }

  @Override
  public void acceptFailed(Throwable fault) {
    console.trouble("A connection could not be accepted: " + fault);
  }

  @Override
  public void faulted(Peer peer, Throwable fault) {
    console.trouble("The session of " + peer + " ended by a fault of this program: " + fault);
  }
}
