package dev.simpleftp.socket.server;

import dev.simpleftp.domain.Peer;
import java.io.IOException;

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

  /// TLS began on a control connection.
  ///
  /// @param words version and cipher
  default void tlsBegan(Peer peer, String words) {}

  /// TLS did not come about on a connection of this client.
  default void tlsFailed(Peer peer, IOException cause) {}

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
