package dev.simpleftp.bootstrap.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A certificate that somebody else has made.
///
/// @param certificate a PEM file with the certificate first, or a PKCS 12 file with the key in it
/// @param key a PEM file; where it is missing the key stands in the other file
/// @param password for a key that is encrypted
public record CertificateFiles(Path certificate, Optional<Path> key, KeyPassword password)
    implements CertificateSource {
  private static final String KIND = "certificate file";
  private static final String OPTION = "--tls-cert";

  /// What every DER structure of several parts begins with.
  private static final byte SEQUENCE = 0x30;

  @Override
  public ServerCertificate load() throws IOException {
    byte[] content = KeyFile.bytes(certificate, KIND, OPTION);
    return content.length > 0 && content[0] == SEQUENCE ? pkcs12(content) : pem(content);
  }

  /// The certificates of a PEM file.
  ///
  /// @param option that names the file
  /// @throws IOException whose message is one sentence, also when there is none in it
  public static List<X509Certificate> issuers(Path file, String option) throws IOException {
    byte[] content = KeyFile.bytes(file, KIND, option);
    return required(file, PemFile.parse(file, content), option);
  }

  private static List<X509Certificate> required(Path file, PemFile pem, String option)
      throws IOException {
    List<X509Certificate> certificates = pem.certificates();
    if (certificates.isEmpty()) {
      throw new IOException(
          "There is no certificate in %s; give %s a PEM file, which has a line BEGIN CERTIFICATE."
              .formatted(file, option));
    }
    return certificates;
  }

  private ServerCertificate pem(byte[] content) throws IOException {
    PemFile pem = PemFile.parse(certificate, content);
    List<X509Certificate> certificates = required(certificate, pem, OPTION);
    Path keyFile = key.orElse(certificate);
    PrivateKey secret = keyIn(keyFile, pem).orElseThrow(() -> withoutKey(keyFile));
    return ServerCertificate.fitting(certificates, secret)
        .orElseThrow(() ->
            new IOException(
                ("The key in %s does not belong to the certificate in %s; name the two that were"
                        + " made together.")
                    .formatted(keyFile, certificate)));
  }

  private Optional<PrivateKey> keyIn(Path keyFile, PemFile pem) throws IOException {
    if (keyFile.equals(certificate)) {
      return pem.key(password);
    }
    byte[] content = KeyFile.bytes(keyFile, "key file", "--tls-key");
    return PemFile.parse(keyFile, content).key(password);
  }

  private IOException withoutKey(Path keyFile) {
    return new IOException(
        key.isPresent()
            ? "There is no private key in %s; give --tls-key a PEM file with BEGIN PRIVATE KEY."
                .formatted(keyFile)
            : "There is no key in %s; name the file of its key with --tls-key.".formatted(keyFile));
  }

  private ServerCertificate pkcs12(byte[] content) throws IOException {
    if (key.isPresent()) {
      throw new IOException(
          "The file %s has its key in it; leave out --tls-key.".formatted(certificate));
    }
    Optional<char[]> given = password.read();
    try {
      char[] secret = given.orElseGet(() -> new char[0]);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), secret);
      return entry(store, secret);
    } catch (UnrecoverableKeyException e) {
      throw closed(given, e);
    } catch (GeneralSecurityException e) {
      throw neither(e);
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException ? closed(given, e) : neither(e);
    }
  }

  private ServerCertificate entry(KeyStore store, char[] secret)
      throws IOException, GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      Certificate @Nullable [] chain = store.getCertificateChain(alias);
      if (store.getKey(alias, secret) instanceof PrivateKey found && chain != null) {
        return new ServerCertificate(
            Arrays.stream(chain).map(X509Certificate.class::cast).toList(), found);
      }
    }
    throw new IOException(
        "There is no key with a certificate in %s; export both into it.".formatted(certificate));
  }

  private IOException closed(Optional<char[]> given, Exception cause) {
    return given.isPresent()
        ? PemFile.wrongPassword(certificate, cause)
        : PemFile.passwordMissing(certificate);
  }

  private IOException neither(Exception cause) {
    return new IOException(
        "There is no certificate in %s that can be read; give %s a PEM or a PKCS 12 file."
            .formatted(certificate, OPTION),
        cause);
  }
}
