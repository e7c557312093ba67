package dev.simpleftp.bootstrap.tls;

import dev.simpleftp.socket.tls.Validity;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes a certificate that nobody vouches for: clients trust it by its fingerprint.
///
/// @param names of hosts it is for
/// @param addresses it is for
/// @param clock tells from when on it holds
public record SelfSigned(List<String> names, List<InetAddress> addresses, InstantSource clock)
    implements CertificateSource {
  /// Some clients take none that lives longer.
  static final Duration LIFETIME = Duration.ofDays(825);

  /// The clock of a client may be slow.
  private static final Duration EARLIER = Duration.ofHours(1);

  private static final X500Name NAME = new X500Name("CN=simpleftp");
  private static final int SERIAL_BITS = 127;

  public SelfSigned {
    names = List.copyOf(names);
    addresses = List.copyOf(addresses);
  }

  /// For programs on this machine.
  public static SelfSigned forLoopback() {
    return new SelfSigned(
        List.of("localhost"),
        List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
        InstantSource.system());
  }

  /// Makes a new one with a new key, ECDSA on P-256.
  @Override
  public ServerCertificate load() throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
      var certificate =
          new JcaX509CertificateConverter().getCertificate(described(pair).build(signer));
      return new ServerCertificate(List.of(certificate), pair.getPrivate());
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("This Java cannot make a certificate; name one with --tls-cert.", e);
    }
  }

  @Override
  public boolean isMadeHere() {
    return true;
  }

  private JcaX509v3CertificateBuilder described(KeyPair pair) throws IOException {
    Instant from = clock.instant().minus(EARLIER).truncatedTo(ChronoUnit.SECONDS);
    var validity = new Validity(from, from.plus(LIFETIME));
    var builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
            validity.notBefore(),
            validity.notAfter(),
            NAME,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(subjects()));
    return builder;
  }

  private GeneralName[] subjects() {
    return Stream.concat(
            names.stream().distinct().map(name -> new GeneralName(GeneralName.dNSName, name)),
            addresses.stream()
                .map(InetAddress::getHostAddress)
                .map(SelfSigned::withoutZone)
                .distinct()
                .map(address -> new GeneralName(GeneralName.iPAddress, address)))
        .toArray(GeneralName[]::new);
  }

  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
