package dev.simpleftp.bootstrap;

import dev.simpleftp.bootstrap.tls.CertificateFiles;
import dev.simpleftp.bootstrap.tls.CertificateSource;
import dev.simpleftp.bootstrap.tls.CommonName;
import dev.simpleftp.bootstrap.tls.KeyPassword;
import dev.simpleftp.bootstrap.tls.SelfSigned;
import dev.simpleftp.bootstrap.tls.ServerCertificate;
import dev.simpleftp.bootstrap.tls.TlsIdentity;
import dev.simpleftp.socket.server.FtpsConfig;
import dev.simpleftp.socket.tls.ServerTls;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.ClientCertificate;
import dev.simpleftp.socket.tls.TlsPolicy.DataSession;
import dev.simpleftp.socket.tls.TlsPolicy.Demand;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// How a server protects its connections (RFC 4217).
///
/// ```java
/// SimpleFtp.server().inMemory().tls(TlsSetup.selfSigned().required()).start()
/// ```
///
/// @param certificates where certificate and key come from
/// @param clientIssuers a PEM file of those whose certificates clients may show
/// @param policy what is asked of clients
/// @param implicitPort where TLS begins before the first reply, on the addresses of the server; 0
///   takes any free one
public record TlsSetup(
    CertificateSource certificates,
    Optional<Path> clientIssuers,
    TlsPolicy policy,
    Optional<Integer> implicitPort) {

  /// TLS for those who ask for it, with this certificate.
  public static TlsSetup of(CertificateSource certificates) {
    return new TlsSetup(certificates, Optional.empty(), TlsPolicy.OPTIONAL, Optional.empty());
  }

  /// With a certificate for this machine that is made at the start and forgotten at the end.
  public static TlsSetup selfSigned() {
    return of(SelfSigned.forLoopback());
  }

  /// With a certificate chain and its key in PEM files.
  public static TlsSetup pem(Path certificates, Path key) {
    return of(new CertificateFiles(certificates, Optional.of(key), KeyPassword.NONE));
  }

  /// With a PKCS 12 file, or a PEM file that holds the key too.
  public static TlsSetup file(Path file, String password) {
    return of(new CertificateFiles(file, Optional.empty(), KeyPassword.of(password)));
  }

  /// The same, but nobody logs in or transfers in clear.
  public TlsSetup required() {
    return policy(policy.demand(Demand.REQUIRED));
  }

  /// The same with this tie between control and data connections.
  ///
  /// With REQUIRE, clients that use each ticket of TLS 1.3 once (those that run on Java) get as
  /// many uploads in a row as the system property `jdk.tls.server.newSessionTicketCount` says; Java
  /// reads it once, at the first use of TLS, and takes 1 without it.
  public TlsSetup dataSession(DataSession tie) {
    return policy(policy.dataSession(tie));
  }

  /// The same, asking clients for certificates.
  ///
  /// @param issuers a PEM file with those who may have signed them
  public TlsSetup clientCertificates(ClientCertificate wish, Path issuers) {
    return new TlsSetup(
        certificates, Optional.of(issuers), policy.clientCertificate(wish), implicitPort);
  }

  /// The same, and a client's certificate lets in the user whom its common name tells, without a
  /// password.
  public TlsSetup clientLogin() {
    return policy(policy.users(CommonName::of));
  }

  /// The same with a port where TLS begins at once.
  public TlsSetup implicitPort(int port) {
    return new TlsSetup(certificates, clientIssuers, policy, Optional.of(port));
  }

  /// The same with this policy.
  TlsSetup policy(TlsPolicy other) {
    return new TlsSetup(certificates, clientIssuers, other, implicitPort);
  }

  /// Reads or makes all that is needed.
  ///
  /// @throws IOException whose message is one sentence
  TlsIdentity load() throws IOException {
    return TlsIdentity.of(certificates.load(), issuers());
  }

  /// The same while the server runs: what stands in files is read again, and a certificate that was
  /// made here stays.
  ///
  /// @param shown the certificate until now
  TlsIdentity reload(ServerCertificate shown) throws IOException {
    return certificates.isMadeHere() ? TlsIdentity.of(shown, issuers()) : load();
  }

  private List<X509Certificate> issuers() throws IOException {
    return clientIssuers.isPresent()
        ? CertificateFiles.issuers(clientIssuers.get(), "--tls-client-ca")
        : List.of();
  }

  /// The same for the wire.
  ///
  /// @param listen where the server listens
  FtpsConfig over(Supplier<SSLContext> contexts, List<InetSocketAddress> listen) {
    List<InetSocketAddress> implicit =
        implicitPort.stream()
            .flatMap(port -> listen.stream().map(a -> new InetSocketAddress(a.getAddress(), port)))
            .distinct()
            .toList();
    return new FtpsConfig(new ServerTls(contexts, policy), implicit);
  }
}
