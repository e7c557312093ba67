package dev.simpleftp.socket.tls;

import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/// A control connection under TLS, and what ties its data connections to it (R15).
public final class ControlTls {
  private static final String MARK = "simpleftp.control";

  private final TlsChannel channel;
  private final Tickets tickets;
  private final TlsPolicy policy;
  private final Supplier<SSLEngine> engines;

  /// Stands in the TLS session, and so in every session that resumes it.
  private final Object mark = new Object();

  ControlTls(TlsChannel channel, Tickets tickets, TlsPolicy policy, Supplier<SSLEngine> engines) {
    this.channel = channel;
    this.tickets = tickets;
    this.policy = policy;
    this.engines = engines;
    channel.session().putValue(MARK, mark);
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

  /// Takes up TLS on a data connection of this session.
  ///
  /// @param receives whether the client sends on it
  /// @throws NotOurSession when it must resume the session of this control connection and does not
  /// @throws IOException when the handshake does not come about
  public TlsChannel accept(SocketChannel socket, boolean receives) throws IOException {
    boolean mustBeOurs = policy.dataSession() == DataSession.REQUIRE;
    SSLEngine engine = engines.get();
    engine.setEnableSessionCreation(!mustBeOurs);
    var data = new TlsChannel(socket, engine, receives ? tickets.keptBack() : tickets.given());
    try {
      data.handshake(policy.handshake());
    } catch (SSLException e) {
      throw mustBeOurs ? new NotOurSession(e) : e;
    }
    if (mustBeOurs && !mark.equals(data.session().getValue(MARK))) {
      throw new NotOurSession();
    }
    return data;
  }

  /// Somebody else's data connection, or a client that does not resume sessions.
  public static final class NotOurSession extends IOException {
    private static final String SENTENCE =
        "The data connection does not resume the TLS session of the control connection.";

    NotOurSession() {
      super(SENTENCE);
    }

    NotOurSession(SSLException cause) {
      super(SENTENCE, cause);
    }
  }
}
