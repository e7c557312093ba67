package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ServerConsole;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.server.WireEvents;
import java.io.PrintStream;

/// Shows on the console what happens on the wire: two adapters that do not know each other.
///
/// @param err where trouble is told, even by a quiet server
record ConsoleWireEvents(ServerConsole console, PrintStream err) implements WireEvents {
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
    console.dataConnection(peer);
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
  public void proxyRefused(Peer proxy) {
    console.proxyRefused(proxy);
  }

  @Override
  public void acceptFailed(Throwable fault) {
    err.println("simpleftp: a connection could not be accepted, trying again: " + fault);
  }

  @Override
  public void faulted(Peer peer, Throwable fault) {
    err.println(
        "simpleftp: the session of " + peer + " ended by a fault of this program: " + fault);
  }
}
