package dev.simpleftp.bootstrap.tls;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/// A text file of certificates and keys (RFC 7468): PKCS 8, PKCS 1 and SEC 1 keys, also encrypted.
final class PemFile {
  private final Path file;
  private final List<X509CertificateHolder> certificates = new ArrayList<>();
  private Optional<Object> key = Optional.empty();

  private PemFile(Path file) {
    this.file = file;
  }

  /// Takes in what the file holds; the first key counts.
  ///
  /// @throws IOException whose message is one sentence
  static PemFile parse(Path file, byte[] content) throws IOException {
    var found = new PemFile(file);
    // Only ASCII counts, and comments between the blocks may be in any encoding.
    var text = new StringReader(new String(content, StandardCharsets.ISO_8859_1));
    try (var parser = new PEMParser(text)) {
      for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
        found.add(block);
      }
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "The file %s is damaged: a block of it cannot be read; copy it anew from its source."
              .formatted(file),
          e);
    }
    return found;
  }

  private void add(Object block) {
    switch (block) {
      case X509CertificateHolder certificate -> certificates.add(certificate);
      case PrivateKeyInfo _, PEMKeyPair _, PKCS8EncryptedPrivateKeyInfo _, PEMEncryptedKeyPair _ ->
          key = key.or(() -> Optional.of(block));
      default -> {
        // Parameters of a curve, for instance: the key names them itself.
      }
    }
  }

  /// The certificates in the order of the file; may be empty.
  List<X509Certificate> certificates() throws IOException {
    var converter = new JcaX509CertificateConverter();
    List<X509Certificate> converted = new ArrayList<>();
    try {
      for (X509CertificateHolder certificate : certificates) {
        converted.add(converter.getCertificate(certificate));
      }
    } catch (CertificateException e) {
      throw new IOException(
          "A certificate in %s cannot be read; copy the file anew from its source.".formatted(file),
          e);
    }
    return converted;
  }

  /// The key, if there is one.
  ///
  /// @throws IOException whose message is one sentence, when it cannot be had
  Optional<PrivateKey> key(KeyPassword password) throws IOException {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    PrivateKeyInfo plain = plain(key.get(), password);
    try {
      return Optional.of(new JcaPEMKeyConverter().getPrivateKey(plain));
    } catch (IOException e) {
      throw new IOException(
          "The key in %s is of a kind that cannot be used; make an RSA, ECDSA or Ed25519 key."
              .formatted(file),
          e);
    }
  }

  private PrivateKeyInfo plain(Object block, KeyPassword password) throws IOException {
    return switch (block) {
      case PEMKeyPair pair -> pair.getPrivateKeyInfo();
      case PrivateKeyInfo info -> info;
      default -> decrypted(block, password.read().orElseThrow(() -> passwordMissing(file)));
    };
  }

  /// By the library's own ciphers: the JDK lacks what OpenSSL used to make of passwords.
  private PrivateKeyInfo decrypted(Object block, char[] password) throws IOException {
    var ciphers = new BouncyCastleProvider();
    try {
      if (block instanceof PEMEncryptedKeyPair pair) {
        var decryptor = new JcePEMDecryptorProviderBuilder().setProvider(ciphers).build(password);
        return pair.decryptKeyPair(decryptor).getPrivateKeyInfo();
      }
      var decryptor =
          new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(ciphers).build(password);
      return ((PKCS8EncryptedPrivateKeyInfo) block).decryptPrivateKeyInfo(decryptor);
    } catch (IOException | PKCSException | OperatorCreationException | RuntimeException e) {
      throw wrongPassword(file, e);
    }
  }

  static IOException passwordMissing(Path file) {
    return new IOException(
        ("The key in %s is encrypted and there is no password; give it with --tls-password-file FILE"
                + " or in %s.")
            .formatted(file, KeyPassword.VARIABLE));
  }

  static IOException wrongPassword(Path file, Exception cause) {
    return new IOException(
        "The password does not open the key in %s; check --tls-password-file or %s."
            .formatted(file, KeyPassword.VARIABLE),
        cause);
  }
}
