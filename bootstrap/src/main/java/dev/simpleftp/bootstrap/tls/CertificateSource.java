package dev.simpleftp.bootstrap.tls;

import java.io.IOException;

/// Where the certificate of a server comes from.
@FunctionalInterface
public interface CertificateSource {
  /// Reads or makes it.
  ///
  /// @throws IOException whose message is one sentence with cause and remedy
  ServerCertificate load() throws IOException;
}
