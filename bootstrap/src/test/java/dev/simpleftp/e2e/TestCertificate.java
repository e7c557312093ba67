package dev.simpleftp.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A self-signed certificate for 127.0.0.1 that lives as long as its folder.
///
/// @param pem the certificate behind its key
/// @param keyStore the same as PKCS 12
/// @param isElliptic whether the key is ECDSA and not RSA
record TestCertificate(Path pem, Path keyStore, boolean isElliptic) {
  static final String PASSWORD = "secret";

  /// One with an RSA key.
  ///
  /// @param folder becomes that of the certificate
  static TestCertificate in(Path folder) throws Exception {
    return in(folder, "rsa:2048");
  }

  /// One with an ECDSA key on P-256.
  static TestCertificate ellipticIn(Path folder) throws Exception {
    return in(folder, "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
  }

  private static TestCertificate in(Path folder, String... algorithm) throws Exception {
    Tools.requireTool("openssl");
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    List<String> request = new ArrayList<>(List.of("req", "-x509", "-newkey"));
    request.addAll(List.of(algorithm));
    request.addAll(List.of("-nodes", "-days", "30", "-subj", "/CN=127.0.0.1"));
    request.addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1"));
    request.addAll(List.of("-keyout", key.toString(), "-out", certificate.toString()));
    run(folder, request);
    Path store = folder.resolve("keys.p12");
    List<String> export =
        new ArrayList<>(List.of("pkcs12", "-export", "-passout", "pass:" + PASSWORD));
    export.addAll(List.of("-in", certificate.toString(), "-inkey", key.toString()));
    export.addAll(List.of("-out", store.toString()));
    run(folder, export);
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(key) + Files.readString(certificate));
    return new TestCertificate(both, store, algorithm[0].equals("ec"));
  }

  private static void run(Path folder, List<String> words) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(words);
    var ended = Tools.run(folder, command.toArray(String[]::new));
    if (ended.exitCode() != 0) {
      throw new AssertionError("openssl made no certificate: " + ended);
    }
  }
}
