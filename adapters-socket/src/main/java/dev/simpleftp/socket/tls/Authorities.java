package dev.simpleftp.socket.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// The certificates of those who vouch for servers: the ones that Java trusts anyway, and further
/// ones.
///
/// Java trusts the authorities in `lib/security/cacerts` of the JDK that runs this, or in the file
/// that `-Djavax.net.ssl.trustStore` names. An authority that only the system or its browsers
/// trust, such as that of a company, must be added here.
///
/// @param more certificates of authorities, or of servers themselves
public record Authorities(List<X509Certificate> more) {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String NOTHING_READ = "It holds no certificate that can be read.";

  /// Those that Java on this machine trusts anyway.
  public static final Authorities OF_THIS_MACHINE = new Authorities(List.of());

  public Authorities {
    more = List.copyOf(more);
  }

  /// Adds the certificates of a file: PEM, where keys and other things between them are passed
  /// over, DER, or PKCS 12 without a password.
  ///
  /// @throws IOException it cannot be read, or holds none
  public static Authorities and(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return new Authorities(x509(certificates(bytes)));
    } catch (CertificateException _) {
      return new Authorities(x509(keyStore(bytes)));
    }
  }

  /// Verifies chains and the names of hosts.
  X509ExtendedTrustManager verifier() throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance("PKIX");
    factory.init((KeyStore) null);
    X509ExtendedTrustManager usual = first(factory);
    if (more.isEmpty()) {
      return usual;
    }
    List<X509Certificate> all = new ArrayList<>(List.of(usual.getAcceptedIssuers()));
    all.addAll(more);
    factory.init(storeOf(all));
    return first(factory);
  }

  private static KeyStore storeOf(List<X509Certificate> certificates)
      throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("authority-" + i, certificates.get(i));
      }
      return store;
    } catch (IOException e) {
      throw new KeyStoreException(e);
    }
  }

  private static X509ExtendedTrustManager first(TrustManagerFactory factory) {
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager verifier) {
        return verifier;
      }
    }
    throw new IllegalStateException("This JDK verifies no certificates.");
  }

  private static List<Certificate> certificates(byte[] bytes) throws CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Certificate> found = new ArrayList<>();
    for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
      found.add(factory.generateCertificate(new ByteArrayInputStream(bytes, begin, bytes.length)));
    }
    return found.isEmpty()
        ? List.of(factory.generateCertificate(new ByteArrayInputStream(bytes)))
        : found;
  }

  private static List<Certificate> keyStore(byte[] bytes) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), null);
      List<Certificate> found = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        Certificate certificate = store.getCertificate(alias);
        if (certificate != null) {
          found.add(certificate);
        }
      }
      return found;
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException(NOTHING_READ, e);
    }
  }

  private static List<X509Certificate> x509(List<Certificate> found) throws IOException {
    List<X509Certificate> certificates =
        found.stream()
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .toList();
    if (certificates.isEmpty()) {
      throw new IOException(NOTHING_READ);
    }
    return certificates;
  }
}
