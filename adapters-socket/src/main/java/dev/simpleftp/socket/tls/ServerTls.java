package dev.simpleftp.socket.tls;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// TLS as a server offers it.
public final class ServerTls {
  private final Supplier<SSLContext> contexts;
  private final TlsPolicy policy;

  /// @param contexts makes another context for each control connection, with certificate and key as
  ///   they are then; its data connections stay with it
  public ServerTls(Supplier<SSLContext> contexts, TlsPolicy policy) {
    this.contexts = contexts;
    this.policy = policy;
  }

  /// Whether nothing is done in clear.
  public boolean isRequired() {
    return policy.demand() == TlsPolicy.Demand.REQUIRED;
  }

  /// Takes up TLS on a control connection.
  ///
  /// @throws IOException when it does not come about in time
  public ControlTls accept(SocketChannel socket) throws IOException {
    return ControlTls.accept(socket, contexts.get(), policy);
  }

  /// @param protocols the names that ALPN may choose (RFC 7301)
  static SSLEngine engine(SSLContext context, String... protocols) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(TlsDefaults.PROTOCOLS.toArray(String[]::new));
    parameters.setApplicationProtocols(protocols);
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return engine;
  }
}
