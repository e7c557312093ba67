package dev.simpleftp.socket.tls;

import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// TLS as a client wants it.
///
/// Data connections resume the session of their control connection. Under TLS 1.2 some servers see
/// that only after [TlsDefaults#install].
///
/// @param mode when it begins, and whether anything is done without it
/// @param authorities vouch for servers
/// @param trust whom else to trust
/// @param notices hears in one sentence what goes in clear, and to which address
/// @param versions the names of the protocols that may be used
public record ClientTls(
    Mode mode,
    Authorities authorities,
    CertificateTrust trust,
    BiConsumer<InetAddress, String> notices,
    List<String> versions) {
  /// Without TLS.
  public static final ClientTls NONE = of(Mode.NONE, CertificateTrust.NOBODY);

  public ClientTls {
    versions = List.copyOf(versions);
  }

  /// With the authorities that Java trusts, and nobody who hears notices.
  public static ClientTls of(Mode mode, CertificateTrust trust) {
    return new ClientTls(
        mode, Authorities.OF_THIS_MACHINE, trust, (_, _) -> {}, TlsDefaults.PROTOCOLS);
  }

  /// The same in this mode.
  public ClientTls mode(Mode other) {
    return new ClientTls(other, authorities, trust, notices, versions);
  }

  /// The same with these authorities.
  public ClientTls authorities(Authorities other) {
    return new ClientTls(mode, other, trust, notices, versions);
  }

  /// The same with whom else to trust.
  public ClientTls trust(CertificateTrust other) {
    return new ClientTls(mode, authorities, other, notices, versions);
  }

  /// The same, and these ears hear the notices.
  public ClientTls notices(BiConsumer<InetAddress, String> ears) {
    return new ClientTls(mode, authorities, trust, ears, versions);
  }

  /// The same with these versions alone.
  public ClientTls versions(List<String> names) {
    return new ClientTls(mode, authorities, trust, notices, names);
  }

  /// Prepares a session, which shares nothing with others.
  ///
  /// @param peer as the user named it; the certificate must be for this host
  public SessionTls session(Peer peer) throws IOException {
    try {
      var judge = new PeerTrust(peer, authorities.verifier(), trust);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {judge}, null);
      return new SessionTls(context, peer, judge, versions);
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be used here: " + e.getMessage(), e);
    }
  }

  /// When TLS begins, and whether anything is done without it.
  public enum Mode {
    /// Everything goes in clear.
    NONE,
    /// After AUTH TLS where the server offers it, else everything goes in clear; but nobody logs in
    /// without it to a server that did TLS before, or whose certificate was named by its
    /// fingerprint.
    PREFER,
    /// After AUTH TLS; nobody logs in without it (RFC 4217 §4).
    REQUIRE,
    /// With the first byte, on a port of its own.
    IMPLICIT
  }
}
