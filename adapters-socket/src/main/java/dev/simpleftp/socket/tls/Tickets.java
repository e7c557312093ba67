package dev.simpleftp.socket.tls;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSessionContext;

/// Which connections of a context give their clients tickets to resume with (TLS 1.3, RFC 8446
/// §4.6.1).
///
/// A client that only sends closes its connection without having read the tickets. Its system
/// answers that with a reset and throws away what it has not sent yet: the end of the file. So
/// uploads give none. JSSE has no switch for it, but gives none while the sessions of the context
/// are meant to live for more than the seven days that a ticket may; this lifetime is looked at in
/// the moment in which the client's last message of the handshake is opened.
final class Tickets {
  private static final int DAY = 24 * 60 * 60;
  private static final int LONGER_THAN_A_TICKET = 8 * 7 * DAY;

  private final SSLSessionContext sessions;

  Tickets(SSLContext context) {
    sessions = context.getServerSessionContext();
    sessions.setSessionTimeout(DAY);
  }

  /// Hands them out.
  Handshaking given() {
    return new WithLifetime(DAY);
  }

  /// Keeps them back.
  Handshaking keptBack() {
    return new WithLifetime(LONGER_THAN_A_TICKET);
  }

  private final class WithLifetime implements Handshaking {
    private final int seconds;

    WithLifetime(int seconds) {
      this.seconds = seconds;
    }

    /// Two connections must not want different lifetimes at once. Only steps of handshakes wait for
    /// each other, and their long computations are elsewhere.
    @Override
    public SSLEngineResult unwrap(SSLEngine engine, ByteBuffer sealed, ByteBuffer open)
        throws SSLException {
      if (engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP) {
        return engine.unwrap(sealed, open);
      }
      synchronized (sessions) {
        sessions.setSessionTimeout(seconds);
        return engine.unwrap(sealed, open);
      }
    }

    /// Where the client shows a certificate, its last message is looked at here.
    @Override
    public void compute(SSLEngine engine) {
      if (!engine.getNeedClientAuth() && !engine.getWantClientAuth()) {
        Handshaking.USUAL.compute(engine);
        return;
      }
      synchronized (sessions) {
        sessions.setSessionTimeout(seconds);
        Handshaking.USUAL.compute(engine);
      }
    }
  }
}
