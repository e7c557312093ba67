package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.Route;
import dev.simpleftp.socket.wire.MlsxFacts;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One client on one control connection, from greeting to good-bye: what its commands share.
///
/// Owned by the thread of the connection.
final class Conversation {
  private final Route route;
  private final Peer peer;
  private final CloseSession closeSession;
  private final Protection protection;
  private ProtocolState state = new ProtocolState();
  private @Nullable String user;
  private @Nullable Session session;
  private int failedLogins;
  private boolean over;

  Conversation(Surroundings surroundings, CloseSession closeSession) {
    this.route = surroundings.route();
    this.peer = surroundings.peer();
    this.protection = new Protection(surroundings.tlsFirst());
    this.closeSession = closeSession;
  }

  /// Where the client is, and what it came to.
  Route route() {
    return route;
  }

  Peer peer() {
    return peer;
  }

  ProtocolState state() {
    return state;
  }

  Protection protection() {
    return protection;
  }

  boolean loggedIn() {
    return session != null;
  }

  /// The session; only commands that passed the login gate may ask.
  Session session() {
    if (session == null) {
      throw new IllegalStateException("No session before the login.");
    }
    return session;
  }

  /// Writes the facts that OPTS MLST chose.
  MlsxFacts facts() {
    return new MlsxFacts(state.facts());
  }

  /// USER: whoever was logged in is not any more (RFC 959 §5.4).
  void announceUser(String name) throws IOException {
    endSession();
    user = name;
  }

  /// The name USER gave, once.
  Optional<String> takeUser() {
    Optional<String> name = Optional.ofNullable(user);
    user = null;
    return name;
  }

  void begin(Session opened) {
    session = opened;
    failedLogins = 0;
  }

  int countFailedLogin() {
    return ++failedLogins;
  }

  /// After the reply to this command the connection is closed.
  void finish() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /// Frees the session and forgets its state.
  void endSession() throws IOException {
    state.closeConnector();
    state = new ProtocolState();
    if (session != null) {
      Session ending = session;
      session = null;
      closeSession.close(ending);
    }
  }
}
