package dev.simpleftp.socket.server;

import dev.simpleftp.socket.tls.ControlTls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the connections of one client are protected: TLS of the control connection, and what PBSZ
/// and PROT made of the data connections. It outlives logins.
final class Protection {
  private final boolean implicit;
  private @Nullable ControlTls tls;
  private boolean wanted;
  private boolean negotiated;
  private boolean dataProtected;

  /// @param implicit whether TLS begins before the first reply, and data is protected unless PROT
  ///   says otherwise
  Protection(boolean implicit) {
    this.implicit = implicit;
    reset();
  }

  /// As at the beginning, but for TLS on the control connection.
  void reset() {
    negotiated = implicit;
    dataProtected = implicit;
  }

  boolean isImplicit() {
    return implicit;
  }

  /// TLS of the control connection, empty while it is in clear.
  Optional<ControlTls> ofControl() {
    return Optional.ofNullable(tls);
  }

  /// The user whom the certificate of the client proves, if it does.
  Optional<String> provenUser() {
    return ofControl().flatMap(ControlTls::provenUser);
  }

  /// TLS that data connections take up, empty where they go in clear.
  Optional<ControlTls> ofData() {
    return dataProtected ? ofControl() : Optional.empty();
  }

  /// AUTH: after the reply to this command TLS begins.
  ///
  /// @param alsoData whether data is protected from then on, without PROT
  void want(boolean alsoData) {
    reset();
    wanted = true;
    dataProtected = alsoData;
  }

  /// Whether TLS begins now; asked once.
  boolean takeWanted() {
    boolean now = wanted;
    wanted = false;
    return now;
  }

  /// The control connection is under TLS.
  void begun(ControlTls control) {
    tls = control;
  }

  /// PBSZ was said.
  void negotiate() {
    negotiated = true;
  }

  boolean isNegotiated() {
    return negotiated;
  }

  /// PROT.
  void protectData(boolean also) {
    dataProtected = also;
  }
}
