package dev.simpleftp.bootstrap.tls;

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
///
/// @param certificate of the server
/// @param clientIssuers whose certificates clients may show; may be empty
/// @param context made of both
public record TlsIdentity(
    ServerCertificate certificate, List<X509Certificate> clientIssuers, SSLContext context) {
  private static final char[] UNUSED = new char[0];

  public TlsIdentity {
    clientIssuers = List.copyOf(clientIssuers);
  }

  /// Makes the context.
  ///
  /// @throws IOException when this Java cannot use the certificate
  public static TlsIdentity of(ServerCertificate certificate, List<X509Certificate> clientIssuers)
      throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(certificate), trust(clientIssuers), null);
      return new TlsIdentity(certificate, clientIssuers, context);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "The certificate cannot be used for TLS; make one with an RSA, ECDSA or Ed25519 key.", e);
    }
  }

  private static KeyManager[] keys(ServerCertificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    X509Certificate[] chain = certificate.chain().toArray(X509Certificate[]::new);
    store.setKeyEntry("server", certificate.key(), UNUSED, chain);
    var factory = KeyManagerFactory.getInstance("PKIX");
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
      store.setCertificateEntry(ServerCertificate.fingerprint(issuer), issuer);
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
