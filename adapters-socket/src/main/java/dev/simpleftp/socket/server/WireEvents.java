package dev.simpleftp.socket.server;

import dev.simpleftp.domain.Peer;

/// Hears what happens on the connections of the server, for whoever watches it.
///
/// Called by the threads of the sessions; an implementation must be thread-safe, quick, and must
/// not throw.
public interface WireEvents {
  /// Hears nothing.
  WireEvents NONE = new WireEvents() {};

  default void connected(Peer peer) {}

  /// A line of the client, before it is carried out.
  ///
  /// @param line the command with its secret masked
  default void commandReceived(Peer peer, String line) {}

  default void dataConnected(Peer peer, int port) {}

  default void disconnected(Peer peer) {}

  /// A connection was turned away because a limit was reached.
  default void turnedAway(Peer peer) {}

  /// A trusted proxy did not begin with a PROXY header; its connection was closed.
  default void proxyRefused(Peer proxy) {}

  /// A connection could not be accepted; the server pauses for a moment and goes on.
  default void acceptFailed(Throwable fault) {}

  /// A fault of this program ended a session; the others go on.
  default void faulted(Peer peer, Throwable fault) {}
}
