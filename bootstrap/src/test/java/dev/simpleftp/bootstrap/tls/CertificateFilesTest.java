package dev.simpleftp.bootstrap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // made before each test
class CertificateFilesTest {
  @TempDir Path folder;

  private KeyPair pair;
  private X509Certificate own;
  private Path certificate;

  @BeforeEach
  void makeCertificate() throws Exception {
    pair = TestKeys.pair("EC");
    own = TestKeys.certificate(pair, "own");
    certificate = TestKeys.write(folder.resolve("cert.pem"), own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void readsAKeyInPkcs8(String algorithm) throws Exception {
    pair = TestKeys.pair(algorithm);
    own = TestKeys.certificate(pair, "own");
    TestKeys.write(certificate, own);

    ServerCertificate read = load(key(TestKeys.pkcs8(pair.getPrivate())), KeyPassword.NONE);

    assertThat(read.chain()).containsExactly(own);
    assertThat(read.key().getEncoded()).isEqualTo(pair.getPrivate().getEncoded());
  }

  @Test
  void readsAnRsaKeyInPkcs1() throws Exception {
    pair = TestKeys.pair("RSA");
    own = TestKeys.certificate(pair, "own");
    TestKeys.write(certificate, own);

    assertThat(load(key(pair.getPrivate()), KeyPassword.NONE).chain()).containsExactly(own);
  }

  /// With the parameters of the curve in front, as `openssl ecparam` writes them.
  @Test
  void readsAnEllipticKeyInItsOldForm() throws Exception {
    String curve = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    String both = curve + TestKeys.pem(TestKeys.sec1(pair));
    Path key = Files.writeString(folder.resolve("key.pem"), both);

    assertThat(load(Optional.of(key), KeyPassword.NONE).chain()).containsExactly(own);
  }

  @Test
  void readsAnEncryptedKeyWithThePasswordOfAFile() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "secret\nmore\n");

    ServerCertificate read =
        load(
            key(TestKeys.pkcs8(pair.getPrivate(), "secret")),
            new KeyPassword(Optional.of(password), Optional.of("other")));

    assertThat(read.chain()).containsExactly(own);
  }

  @Test
  void readsATraditionalEncryptedKeyWithThePasswordOfTheEnvironment() throws Exception {
    pair = TestKeys.pair("RSA");
    own = TestKeys.certificate(pair, "own");
    TestKeys.write(certificate, own);
    PemObjectGenerator block = TestKeys.traditional(pair.getPrivate(), "secret");

    assertThat(load(key(block), KeyPassword.of("secret")).chain()).containsExactly(own);
  }

  @Test
  void readsAKeyBehindTheCertificate() throws Exception {
    TestKeys.write(certificate, own, TestKeys.pkcs8(pair.getPrivate()));

    assertThat(load(Optional.empty(), KeyPassword.NONE).chain()).containsExactly(own);
  }

  @Test
  void readsAPkcs12File() throws Exception {
    TestKeys.pkcs12(certificate, pair.getPrivate(), "secret", List.of(own));

    assertThat(load(Optional.empty(), KeyPassword.of("secret")).chain()).containsExactly(own);
  }

  @Test
  void putsTheCertificateOfTheKeyFirst() throws Exception {
    X509Certificate issuer = TestKeys.certificate(TestKeys.pair("RSA"), "issuer");
    TestKeys.write(certificate, issuer, own);

    assertThat(load(key(), KeyPassword.NONE).chain()).containsExactly(own, issuer);
  }

  @Test
  void doesNotShowTheKeyInWords() throws Exception {
    assertThat(load(key(), KeyPassword.NONE))
        .hasToString("ServerCertificate[" + Fingerprint.of(own) + "]");
  }

  @Test
  void namesAFileThatIsMissing() throws Exception {
    Files.delete(certificate);

    assertRefused(key(), KeyPassword.NONE, "does not exist", "--tls-cert");
  }

  @Test
  void namesAKeyFileThatIsMissing() {
    Path missing = folder.resolve("missing");

    assertRefused(
        Optional.of(missing), KeyPassword.NONE, missing.toString(), "does not exist", "--tls-key");
  }

  @Test
  void namesAFileThatCannotBeRead() throws Exception {
    Files.delete(certificate);
    Files.createDirectory(certificate);

    assertRefused(key(), KeyPassword.NONE, "cannot be read", "permissions");
  }

  @Test
  void namesAFileWithoutACertificate() throws Exception {
    Files.writeString(certificate, "nothing\n");

    assertRefused(key(), KeyPassword.NONE, "no certificate in " + certificate);
  }

  @Test
  void namesAFileThatIsCutOff() throws Exception {
    String whole = Files.readString(certificate);
    Files.writeString(certificate, whole.substring(0, whole.length() / 2));

    assertRefused(key(), KeyPassword.NONE, "damaged");
  }

  @Test
  void namesAKeyFileWithoutAKey() throws Exception {
    assertRefused(key(own), KeyPassword.NONE, "no private key in", "--tls-key");
  }

  @Test
  void asksForTheKeyWhereThereIsNone() {
    assertRefused(Optional.empty(), KeyPassword.NONE, "no key in " + certificate, "--tls-key");
  }

  @Test
  void namesAKeyOfAnotherCertificate() throws Exception {
    pair = TestKeys.pair("EC");

    assertRefused(key(), KeyPassword.NONE, "does not belong", "together");
  }

  @Test
  void asksForThePasswordOfAnEncryptedKey() throws Exception {
    Optional<Path> encrypted = key(TestKeys.pkcs8(pair.getPrivate(), "secret"));

    assertRefused(encrypted, KeyPassword.NONE, "is encrypted", "--tls-password-file");
  }

  @Test
  void saysThatThePasswordIsWrong() throws Exception {
    assertRefused(
        key(TestKeys.pkcs8(pair.getPrivate(), "secret")), KeyPassword.of("other"), "does not open");
    assertRefused(
        key(TestKeys.traditional(pair.getPrivate(), "secret")),
        KeyPassword.of("other"),
        "does not open");
  }

  @Test
  void namesAPasswordFileThatIsEmpty() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "\n");

    assertRefused(
        key(TestKeys.pkcs8(pair.getPrivate(), "secret")),
        new KeyPassword(Optional.of(password), Optional.empty()),
        password.toString(),
        "first line");
  }

  @Test
  void saysThatThePasswordOfAPkcs12FileIsWrongOrMissing() throws Exception {
    TestKeys.pkcs12(certificate, pair.getPrivate(), "secret", List.of(own));

    assertRefused(Optional.empty(), KeyPassword.of("other"), "does not open");
    assertRefused(Optional.empty(), KeyPassword.NONE, "is encrypted", "--tls-password-file");
  }

  @Test
  void saysThatADerCertificateIsNoPkcs12File() throws Exception {
    Files.write(certificate, own.getEncoded());

    assertRefused(Optional.empty(), KeyPassword.NONE, "PEM or a PKCS 12 file");
  }

  private ServerCertificate load(Optional<Path> key, KeyPassword password) throws IOException {
    return new CertificateFiles(certificate, key, password).load();
  }

  private Optional<Path> key() throws IOException {
    return key(TestKeys.pkcs8(pair.getPrivate()));
  }

  private Optional<Path> key(Object block) throws IOException {
    return Optional.of(TestKeys.write(folder.resolve("key.pem"), block));
  }

  private void assertRefused(Optional<Path> key, KeyPassword password, String... words) {
    assertThatThrownBy(() -> load(key, password))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(words)
        .hasMessageEndingWith(".");
  }
}
