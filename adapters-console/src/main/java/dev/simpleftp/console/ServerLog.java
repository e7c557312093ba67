package dev.simpleftp.console;

import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.domain.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a server tells of its work, whatever it looks like: one line for each event.
///
/// Thread-safe. A session has a number from its first moment to its last; see [SessionNumbers].
public interface ServerLog extends SessionEvents {
  /// One that tells nothing.
  ServerLog NONE = new ServerLog() {};

  default void listening(String address, int port) {}

  /// The same for an address where TLS begins before the first reply.
  default void listeningUnderTls(String address, int port) {}

  /// The certificate of the server.
  ///
  /// @param fingerprint its SHA-256, by which clients may know it
  /// @param until the last moment in which it holds
  default void certificate(String fingerprint, Instant until) {}

  /// Something is not as it should be, and the server goes on.
  ///
  /// @param sentence with cause and remedy
  default void warning(String sentence) {}

  /// The dialect of the course paper is served too, on the loopback address.
  default void listeningForClassroom(int port) {}

  /// The files were read again.
  ///
  /// @param keys what has changed by it; may be empty
  default void reloaded(List<String> keys) {}

  /// Some of what the files say now cannot be changed in a running server.
  default void needsRestart(List<String> keys) {}

  /// The server was told to stop.
  ///
  /// @param grace how long running transfers may go on
  default void stopping(Duration grace) {}

  /// A connection was accepted.
  default void connected(Peer peer) {}

  /// A command came in.
  ///
  /// @param maskedLine the command without any password
  default void commandReceived(Peer peer, String maskedLine) {}

  default void dataConnection(Peer peer) {}

  /// TLS began on a control connection.
  ///
  /// @param words version and cipher
  default void tlsBegan(Peer peer, String words) {}

  /// TLS did not come about.
  ///
  /// @param reason why, and what to do about it
  default void tlsFailed(Peer peer, String reason) {}

  /// A connection was not let in because there are too many.
  default void turnedAway(Peer peer) {}

  /// A proxy did not say for whom it connected.
  default void proxyRefused(Peer proxy) {}

  default void disconnected(Peer peer) {}
}
