package dev.simpleftp.socket.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/// What a server asks of its clients' TLS.
///
/// @param demand whether anything is done without it
/// @param dataSession what ties a data connection to its control connection
/// @param clientCertificate whether clients show certificates
/// @param users whom a client's certificate lets in without a password
/// @param handshake time for each handshake
public record TlsPolicy(
    Demand demand,
    DataSession dataSession,
    ClientCertificate clientCertificate,
    ProvenUser users,
    Duration handshake) {

  /// TLS for those who ask for it.
  public static final TlsPolicy OPTIONAL =
      new TlsPolicy(
          Demand.OPTIONAL,
          DataSession.PREFER,
          ClientCertificate.NONE,
          ProvenUser.NOBODY,
          Duration.ofSeconds(10));

  /// The same with this demand.
  public TlsPolicy demand(Demand other) {
    return new TlsPolicy(other, dataSession, clientCertificate, users, handshake);
  }

  /// The same with this tie.
  public TlsPolicy dataSession(DataSession other) {
    return new TlsPolicy(demand, other, clientCertificate, users, handshake);
  }

  /// The same with this wish for certificates.
  public TlsPolicy clientCertificate(ClientCertificate other) {
    return new TlsPolicy(demand, dataSession, other, users, handshake);
  }

  /// The same with this way from certificates to users.
  public TlsPolicy users(ProvenUser other) {
    return new TlsPolicy(demand, dataSession, clientCertificate, other, handshake);
  }

  /// The same with this time for handshakes.
  public TlsPolicy handshake(Duration other) {
    return new TlsPolicy(demand, dataSession, clientCertificate, users, other);
  }

  /// Whether anything is done without TLS.
  public enum Demand {
    /// Clients choose.
    OPTIONAL,
    /// Nobody logs in, and nothing is transferred, in clear.
    REQUIRED
  }

  /// What ties a data connection to its control connection (R15).
  public enum DataSession {
    /// It must resume the TLS session of the control connection.
    REQUIRE,
    /// It may; else the address of the client and the random port are what ties it.
    PREFER,
    /// It is not looked at.
    OFF
  }

  /// Whose a client's certificate is. Only certificates that have been verified are asked about.
  @FunctionalInterface
  public interface ProvenUser {
    /// Certificates let nobody in.
    ProvenUser NOBODY = _ -> Optional.empty();

    /// The name of the user; empty when it tells of none.
    Optional<String> of(X509Certificate certificate);
  }

  /// Whether clients show certificates.
  public enum ClientCertificate {
    /// They are not asked.
    NONE,
    /// They are asked and may have none.
    WANT,
    /// Whoever has none does not get in.
    NEED
  }
}
