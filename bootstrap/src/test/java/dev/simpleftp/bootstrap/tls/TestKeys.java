package dev.simpleftp.bootstrap.tls;

import dev.simpleftp.socket.tls.Validity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;

/// Keys and certificates, made when a test wants them.
public final class TestKeys {
  private static final Duration LIFETIME = Duration.ofDays(90);

  private TestKeys() {}

  /// A pair of keys: `RSA`, `EC` or `Ed25519`.
  public static KeyPair pair(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (!algorithm.equals("Ed25519")) {
      generator.initialize(algorithm.equals("EC") ? 256 : 2048);
    }
    return generator.generateKeyPair();
  }

  /// A certificate that vouches for itself, from now on.
  public static X509Certificate certificate(KeyPair pair, String name) throws Exception {
    return certificate(pair, name, Instant.now().plus(LIFETIME));
  }

  /// The same until then.
  public static X509Certificate certificate(KeyPair pair, String name, Instant until)
      throws Exception {
    return issued(pair, name, until, pair.getPrivate());
  }

  private static X509Certificate issued(KeyPair pair, String name, Instant until, PrivateKey issuer)
      throws GeneralSecurityException, OperatorCreationException {
    var validity = new Validity(until.minus(LIFETIME), until);
    var subject = new X500Name("CN=" + name);
    var builder =
        new JcaX509v3CertificateBuilder(
            subject,
            BigInteger.valueOf(until.getEpochSecond()),
            validity.notBefore(),
            validity.notAfter(),
            subject,
            pair.getPublic());
    var signer = new JcaContentSignerBuilder(signature(issuer)).build(issuer);
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static String signature(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "Ed25519";
    };
  }

  /// Writes certificates and keys; a bare RSA key becomes PKCS 1.
  public static Path write(Path file, Object... blocks) throws IOException {
    return Files.writeString(file, pem(blocks));
  }

  static String pem(Object... blocks) throws IOException {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      for (Object block : blocks) {
        pem.writeObject(block);
      }
    }
    return text.toString();
  }

  /// An elliptic key as OpenSSL wrote it before PKCS 8 (RFC 5915).
  static PemObjectGenerator sec1(KeyPair pair) throws IOException {
    var info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
    var curve = info.getPrivateKeyAlgorithm().getParameters();
    BigInteger number = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
    byte[] content = new ECPrivateKey(256, number, curve).getEncoded();
    return () -> new PemObject("EC PRIVATE KEY", content);
  }

  /// The key as PKCS 8.
  public static PemObjectGenerator pkcs8(PrivateKey key) throws IOException {
    return new JcaPKCS8Generator(key, null);
  }

  /// The key as PKCS 8, encrypted as OpenSSL does it today.
  public static PemObjectGenerator pkcs8(PrivateKey key, String password) throws Exception {
    var encryptor =
        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
            .setProvider(new BouncyCastleProvider())
            .setPRF(PKCS8Generator.PRF_HMACSHA256)
            .setPassword(password.toCharArray())
            .build();
    return new JcaPKCS8Generator(key, encryptor);
  }

  /// The key in the traditional form, encrypted as OpenSSL did it.
  static PemObjectGenerator traditional(PrivateKey key, String password) throws IOException {
    var encryptor =
        new JcePEMEncryptorBuilder("AES-256-CBC")
            .setProvider(new BouncyCastleProvider())
            .build(password.toCharArray());
    return new JcaMiscPEMGenerator(key, encryptor);
  }

  /// Writes a PKCS 12 file.
  public static Path pkcs12(Path file, PrivateKey key, String password, List<X509Certificate> chain)
      throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("server", key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }
}
