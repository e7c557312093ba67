package dev.simpleftp.socket.tls;

import dev.simpleftp.domain.Peer;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Judges the certificates that a server shows in one session, on its control connection first and
/// then on its data connections: an authority vouches for it and for the name of the host, or it is
/// known by its fingerprint.
final class PeerTrust extends X509ExtendedTrustManager {
  private static final X509Certificate[] NONE = new X509Certificate[0];

  private final Peer peer;
  private final X509ExtendedTrustManager verifier;
  private final CertificateTrust others;
  private @Nullable Fingerprint known;
  private int checks;

  PeerTrust(Peer peer, X509ExtendedTrustManager verifier, CertificateTrust others) {
    this.peer = peer;
    this.verifier = verifier;
    this.others = others;
  }

  /// How many certificates were shown; a session that is resumed shows none.
  int checks() {
    return checks;
  }

  /// Whether the fingerprint was what counted.
  boolean byFingerprint() {
    return known != null;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checks++;
    try {
      verifier.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      Fingerprint shown = Fingerprint.of(chain[0]);
      if (!isKnown(shown)) {
        boolean forHost = isForHost(chain, type, engine);
        throw new CertificateException(new UnverifiedCertificate(peer, chain[0], e, forHost));
      }
      known = shown;
    }
  }

  /// Asks as if somebody vouched for it.
  private static boolean isForHost(X509Certificate[] chain, String type, SSLEngine engine) {
    try {
      new Authorities(List.of(chain[0])).verifier().checkServerTrusted(chain, type, engine);
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /// A session that began with one such certificate does not go on with another.
  private boolean isKnown(Fingerprint shown) throws CertificateException {
    if (known != null) {
      return shown.equals(known);
    }
    try {
      return others.trusts(peer, shown);
    } catch (IOException e) {
      throw new CertificateException(e);
    }
  }

  /// Only engines are used here; they alone know the name of the host.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("The host is not known.");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("The host is not known.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    verifier.checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    verifier.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    verifier.checkClientTrusted(chain, type, engine);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NONE;
  }
}
