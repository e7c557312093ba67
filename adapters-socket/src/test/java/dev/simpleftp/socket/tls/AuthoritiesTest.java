package dev.simpleftp.socket.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthoritiesTest {
  private static final X509Certificate ONE = TestCertificates.certificate();
  private static final X509Certificate OTHER = TestCertificates.certificateOfAnotherHost();

  @TempDir private Path folder;

  @Test
  void readsEveryCertificateOfAPemFile() throws Exception {
    assertThat(Authorities.and(written(pem(ONE) + "a remark\n" + pem(OTHER))).more())
        .containsExactly(ONE, OTHER);
  }

  @Test
  void passesOverAKeyInFrontOfTheCertificate() throws Exception {
    String key = "-----BEGIN PRIVATE KEY-----\nMAAw\n-----END PRIVATE KEY-----\n";

    assertThat(Authorities.and(written(key + pem(ONE))).more()).containsExactly(ONE);
  }

  @Test
  void readsOneCertificateAsDer() throws Exception {
    Path file = Files.write(folder.resolve("authority"), ONE.getEncoded());

    assertThat(Authorities.and(file).more()).containsExactly(ONE);
  }

  @Test
  void readsAKeyStoreWithoutPassword() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("one", ONE);
    Path file = folder.resolve("authority");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, null);
    }

    assertThat(Authorities.and(file).more()).containsExactly(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\n!!\n"})
  void saysThatAFileHoldsNone(String text) throws Exception {
    Path file = written(text);

    assertThatThrownBy(() -> Authorities.and(file))
        .isInstanceOf(IOException.class)
        .hasMessage("It holds no certificate that can be read.");
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("authority"), text);
  }

  private static String pem(X509Certificate certificate) throws CertificateEncodingException {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(certificate.getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
  }
}
