package dev.simpleftp.socket.tls;

import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/// A control connection under TLS, and what ties its data connections to it (R15).
///
/// Its context belongs to it alone: a TLS session can be resumed only where it began, so whoever
/// resumes one on a data connection is the client of this control connection.
public final class ControlTls {
  /// In seconds, the longest that TLS 1.3 allows (RFC 8446 §4.6.1).
  private static final int LIFE_OF_A_TICKET = 7 * 24 * 60 * 60;

  private static final int LONGER_THAN_A_TICKET = LIFE_OF_A_TICKET + 60 * 60;

  /// A client that resumes has one; those that never do leave one for each connection.
  private static final int MOST_SESSIONS = 16;

  private final TlsChannel channel;
  private final SSLContext context;
  private final TlsPolicy policy;

  private ControlTls(TlsChannel channel, SSLContext context, TlsPolicy policy) {
    this.channel = channel;
    this.context = context;
    this.policy = policy;
  }

  /// @param context of this connection alone
  static ControlTls accept(SocketChannel socket, SSLContext context, TlsPolicy policy)
      throws IOException {
    SSLEngine engine = ServerTls.engine(context, "ftp");
    switch (policy.clientCertificate()) {
      case NONE -> engine.setWantClientAuth(false);
      case WANT -> engine.setWantClientAuth(true);
      case NEED -> engine.setNeedClientAuth(true);
    }
    context.getServerSessionContext().setSessionTimeout(LIFE_OF_A_TICKET);
    context.getServerSessionContext().setSessionCacheSize(MOST_SESSIONS);
    var channel = new TlsChannel(socket, engine);
    channel.handshake(policy.handshake());
    return new ControlTls(channel, context, policy);
  }

  /// The control connection itself.
  public TlsChannel channel() {
    return channel;
  }

  /// Version and cipher, such as `TLSv1.3, TLS_AES_256_GCM_SHA384`.
  public String words() {
    SSLSession session = channel.session();
    return session.getProtocol() + ", " + session.getCipherSuite();
  }

  /// The user whom the certificate of the client proves, if it showed one and the policy says so.
  public Optional<String> provenUser() {
    try {
      return channel.session().getPeerCertificates()[0] instanceof X509Certificate shown
          ? policy.users().of(shown)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException _) {
      return Optional.empty();
    }
  }

  /// Takes up TLS on a data connection of this session.
  ///
  /// A client that only sends closes its connection without having read the tickets of TLS 1.3. Its
  /// system answers those with a reset and throws away what it has not sent yet: the end of the
  /// file. So uploads give none. JSSE has no switch for it, but gives none while sessions are meant
  /// to live for longer than a ticket may. Under TLS 1.2 tickets are a part of the handshake, and
  /// the client waits for them.
  ///
  /// @param receives whether the client sends on it
  /// @throws NotOurSession when it must resume the session of this control connection and does not
  /// @throws IOException when the handshake does not come about
  public TlsChannel accept(SocketChannel socket, boolean receives) throws IOException {
    boolean mustBeOurs = policy.dataSession() == DataSession.REQUIRE;
    String version = channel.session().getProtocol();
    SSLEngine engine = ServerTls.engine(context, "ftp", "ftp-data");
    engine.setEnabledProtocols(new String[] {version});
    engine.setEnableSessionCreation(!mustBeOurs);
    context
        .getServerSessionContext()
        .setSessionTimeout(
            receives && version.equals("TLSv1.3") ? LONGER_THAN_A_TICKET : LIFE_OF_A_TICKET);
    var data = new TlsChannel(socket, engine);
    try {
      data.handshake(policy.handshake());
    } catch (IOException e) {
      throw mustBeOurs ? new NotOurSession(e) : e;
    }
    return data;
  }

  /// Somebody else's data connection, or a client that does not resume sessions.
  public static final class NotOurSession extends IOException {
    NotOurSession(IOException cause) {
      super(
          "The data connection does not resume the TLS session of the control connection.", cause);
    }
  }
}
