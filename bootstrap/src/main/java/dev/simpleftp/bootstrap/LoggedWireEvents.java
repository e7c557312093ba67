package dev.simpleftp.bootstrap;

import dev.simpleftp.console.ServerLog;
import dev.simpleftp.console.SessionNumbers;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.server.WireEvents;
import java.io.IOException;
import java.io.PrintStream;

/// Writes into the log what happens on the wire: two adapters that do not know each other.
///
/// @param numbers where each session gets its number
/// @param err where trouble is told, even by a quiet server
record LoggedWireEvents(ServerLog log, SessionNumbers numbers, PrintStream err)
    implements WireEvents {
  @Override
  public void connected(Peer peer) {
    numbers.begin(peer);
    log.connected(peer);
  }

  @Override
  public void commandReceived(Peer peer, String line) {
    log.commandReceived(peer, line);
  }

  @Override
  public void dataConnected(Peer peer, int port) {
    log.dataConnection(peer);
  }

  @Override
  public void tlsBegan(Peer peer, String words) {
    log.tlsBegan(peer, words);
  }

  @Override
  public void tlsFailed(Peer peer, IOException cause) {
    log.tlsFailed(peer, TlsTrouble.reason(cause));
  }

  @Override
  public void disconnected(Peer peer) {
    log.disconnected(peer);
    numbers.end(peer);
  }

  @Override
  public void turnedAway(Peer peer) {
    log.turnedAway(peer);
  }

  @Override
  public void proxyRefused(Peer proxy) {
    log.proxyRefused(proxy);
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
