package dev.simpleftp.bootstrap.tls;

import java.io.IOException;

/// Where the certificate of a server comes from.
@FunctionalInterface
public interface CertificateSource {
  /// Reads or makes it.
  ///
  /// @throws IOException whose message is one sentence with cause and remedy
  ServerCertificate load() throws IOException;

  /// Whether it is made by this program: then it stays while the server runs, so that clients that
  /// have accepted it know it.
  default boolean isMadeHere() {
    return false;
  }
}
