package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.CloseSession;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.channel.Route;
import dev.simpleftp.socket.tls.ControlTls;
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
  private ProtocolState state = new ProtocolState();
  private @Nullable String user;
  private @Nullable Session session;
  private int failedLogins;
  private boolean over;
  private boolean tlsWanted;
  private @Nullable ControlTls tls;

  Conversation(Surroundings surroundings, CloseSession closeSession) {
    this.route = surroundings.route();
    this.peer = surroundings.peer();
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

  /// TLS of the control connection, empty while it is in clear.
  Optional<ControlTls> tls() {
    return Optional.ofNullable(tls);
  }

  /// TLS that data connections take up, empty where they go in clear.
  Optional<ControlTls> protection() {
    return state.isDataProtected() ? tls() : Optional.empty();
  }

  /// AUTH: after the reply to this command TLS begins.
  void wantTls() {
    tlsWanted = true;
  }

  /// Whether TLS begins now; asked once.
  boolean takeTlsWanted() {
    boolean wanted = tlsWanted;
    tlsWanted = false;
    return wanted;
  }

  /// From now on the control connection is under TLS.
  void protectedBy(ControlTls begun) {
    tls = begun;
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
