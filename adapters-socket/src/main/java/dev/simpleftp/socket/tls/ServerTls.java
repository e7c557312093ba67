package dev.simpleftp.socket.tls;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/// TLS as a server offers it.
///
/// The context is asked for anew by every control connection, so that a renewed certificate holds
/// for those that come from then on; the data connections of a session stay with its own. For
/// [TlsPolicy.DataSession#REQUIRE] the system properties that [TlsDefaults] sets must have been set
/// before the first use of TLS in this process.
public final class ServerTls {
  private static final List<String> CONTROL = List.of("ftp");
  private static final List<String> DATA = List.of("ftp", "ftp-data");

  private final Supplier<SSLContext> contexts;
  private final TlsPolicy policy;
  private final Map<SSLContext, Tickets> tickets = new WeakHashMap<>();

  /// @param contexts holds certificate and key, as they are now
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
    SSLContext context = contexts.get();
    Tickets its = tickets(context);
    SSLEngine engine = engine(context, CONTROL);
    switch (policy.clientCertificate()) {
      case NONE -> engine.setWantClientAuth(false);
      case WANT -> engine.setWantClientAuth(true);
      case NEED -> engine.setNeedClientAuth(true);
    }
    var channel = new TlsChannel(socket, engine, its.given());
    channel.handshake(policy.handshake());
    return new ControlTls(channel, its, policy, () -> engine(context, DATA));
  }

  private Tickets tickets(SSLContext context) {
    synchronized (tickets) {
      return tickets.computeIfAbsent(context, Tickets::new);
    }
  }

  private static SSLEngine engine(SSLContext context, List<String> protocols) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(TlsDefaults.PROTOCOLS.toArray(String[]::new));
    parameters.setApplicationProtocols(protocols.toArray(String[]::new));
    parameters.setUseCipherSuitesOrder(true);
    engine.setSSLParameters(parameters);
    return engine;
  }
}
