package dev.simpleftp.bootstrap.tls;

import dev.simpleftp.socket.tls.Fingerprint;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// What a server shows, and whom it believes, ready for use.
public final class TlsIdentity {
  private static final char[] UNUSED = new char[0];

  private final ServerCertificate certificate;
  private final List<X509Certificate> clientIssuers;
  private final KeyManager[] keys;
  private final TrustManager[] trust;

  private TlsIdentity(ServerCertificate certificate, List<X509Certificate> clientIssuers)
      throws GeneralSecurityException, IOException {
    this.certificate = certificate;
    this.clientIssuers = List.copyOf(clientIssuers);
    this.keys = keys(certificate);
    this.trust = trust(clientIssuers);
    makeContext();
  }

  /// Makes it ready.
  ///
  /// @param clientIssuers whose certificates clients may show; may be empty
  /// @throws IOException when this Java cannot use the certificate
  public static TlsIdentity of(ServerCertificate certificate, List<X509Certificate> clientIssuers)
      throws IOException {
    try {
      return new TlsIdentity(certificate, clientIssuers);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "The certificate cannot be used for TLS; make one with an RSA, ECDSA or Ed25519 key.", e);
    }
  }

  /// What is shown.
  public ServerCertificate certificate() {
    return certificate;
  }

  /// Whose certificates clients may show; may be empty.
  public List<X509Certificate> clientIssuers() {
    return clientIssuers;
  }

  /// A context that shares no TLS sessions with others.
  SSLContext context() {
    try {
      return makeContext();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // The first one could be made
    }
  }

  private SSLContext makeContext() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    return context;
  }

  private static KeyManager[] keys(ServerCertificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    X509Certificate[] chain = certificate.chain().toArray(X509Certificate[]::new);
    store.setKeyEntry("server", certificate.key(), UNUSED, chain);
    // Reads the key from the store once; the other one, "PKIX", does so for each handshake.
    var factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(store, UNUSED);
    return factory.getKeyManagers();
  }

  /// Nobody is believed where there are no issuers: those of the JDK vouch for web sites.
  private static TrustManager[] trust(List<X509Certificate> issuers)
      throws GeneralSecurityException, IOException {
    if (issuers.isEmpty()) {
      return new TrustManager[0];
    }
    KeyStore store = empty();
    for (X509Certificate issuer : issuers) {
      store.setCertificateEntry(Fingerprint.of(issuer).toString(), issuer);
    }
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
