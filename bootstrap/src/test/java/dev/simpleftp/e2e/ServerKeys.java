package dev.simpleftp.e2e;

import dev.simpleftp.bootstrap.tls.SelfSigned;
import dev.simpleftp.bootstrap.tls.ServerCertificate;
import dev.simpleftp.bootstrap.tls.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A certificate for this machine in files, with its key.
///
/// @param certificate PEM
/// @param key PEM, for its owner alone
record ServerKeys(Path certificate, Path key) {
  static ServerKeys in(Path folder) throws IOException {
    var keys = new ServerKeys(folder.resolve("cert.pem"), folder.resolve("key.pem"));
    keys.renew();
    return keys;
  }

  /// Puts another certificate and its key into the place of these.
  ServerCertificate renew() throws IOException {
    ServerCertificate made = SelfSigned.forLoopback().load();
    Path fresh = TestKeys.write(key.resolveSibling("fresh"), TestKeys.pkcs8(made.key()));
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.move(fresh, key, StandardCopyOption.ATOMIC_MOVE);
    TestKeys.write(fresh, made.certificate());
    Files.move(fresh, certificate, StandardCopyOption.ATOMIC_MOVE);
    return made;
  }

  /// The options that name them.
  List<String> options() {
    return List.of("--tls-cert", certificate.toString(), "--tls-key", key.toString());
  }
}
