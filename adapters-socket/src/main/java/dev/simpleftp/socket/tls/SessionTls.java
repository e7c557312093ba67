package dev.simpleftp.socket.tls;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// The TLS of one session of a client: its control connection, and data connections that resume it.
///
/// JSSE finds the session to resume by host and port, so data connections are told to go where the
/// control connection goes.
public final class SessionTls {
  private final SSLContext context;
  private final Peer peer;
  private final PeerTrust trust;
  private final String[] versions;
  private @Nullable SSLSession control;

  SessionTls(SSLContext context, Peer peer, PeerTrust trust, List<String> versions) {
    this.context = context;
    this.peer = peer;
    this.trust = trust;
    this.versions = versions.toArray(String[]::new);
  }

  /// Takes up TLS on the control connection.
  ///
  /// @throws UnverifiedCertificate when the server may be somebody else
  /// @throws ConnectionFailed when it does not come about
  public TlsChannel control(SocketChannel socket, Duration patience) throws IOException {
    try {
      TlsChannel channel = handshake(socket, patience);
      control = channel.session();
      return channel;
    } catch (SSLException | EOFException | SocketTimeoutException e) {
      throw ConnectionFailed.ofSession(
          "TLS with %s does not come about: %s".formatted(peer, reason(e)), e);
    }
  }

  /// Takes up TLS on a data connection.
  ///
  /// @throws UnverifiedCertificate when somebody else may be there
  public TlsChannel data(SocketChannel socket, Duration patience) throws IOException {
    return handshake(socket, patience);
  }

  /// Version, cipher and why the server is believed to be who it is.
  public String words() {
    SSLSession session = control;
    return session == null
        ? "TLS was not taken up."
        : "%s, %s; the certificate is verified by %s."
            .formatted(
                session.getProtocol(),
                session.getCipherSuite(),
                trust.byFingerprint() ? "its fingerprint" : "an authority");
  }

  /// Whether the data connections so far resumed the session of the control connection.
  public boolean isResumed() {
    return trust.checks() == 1;
  }

  /// Until when the certificate of the server is valid, if it showed one.
  public Optional<Instant> validUntil() throws SSLPeerUnverifiedException {
    SSLSession session = control;
    return session != null && session.getPeerCertificates()[0] instanceof X509Certificate shown
        ? Optional.of(Validity.of(shown).until())
        : Optional.empty();
  }

  private TlsChannel handshake(SocketChannel socket, Duration patience) throws IOException {
    var channel = new TlsChannel(socket, engine());
    try {
      channel.handshake(patience);
      return channel;
    } catch (SSLException e) {
      throw unverified(e);
    }
  }

  private SSLEngine engine() {
    SSLEngine engine = context.createSSLEngine(peer.host(), peer.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(versions);
    parameters.setApplicationProtocols(new String[] {"ftp"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  private static IOException unverified(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnverifiedCertificate unverified) {
        return unverified;
      }
    }
    return failure;
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case EOFException _ -> "the server closed the connection.";
      case SocketTimeoutException _ -> "the server did not answer in time.";
      default -> failure.getMessage() + ".";
    };
  }
}
