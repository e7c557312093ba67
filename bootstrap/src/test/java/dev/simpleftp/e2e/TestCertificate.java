package dev.simpleftp.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/// A self-signed certificate for 127.0.0.1 that lives as long as its folder.
///
/// @param pem the certificate behind its key
/// @param keyStore the same as PKCS 12
record TestCertificate(Path pem, Path keyStore) {
  static final String PASSWORD = "secret";

  /// @param folder becomes that of the certificate
  static TestCertificate in(Path folder) throws Exception {
    Tools.requireTool("openssl");
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    run(
        folder,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=127.0.0.1",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
        "-keyout",
        key.toString(),
        "-out",
        certificate.toString());
    Path store = folder.resolve("keys.p12");
    run(
        folder,
        "pkcs12",
        "-export",
        "-in",
        certificate.toString(),
        "-inkey",
        key.toString(),
        "-passout",
        "pass:" + PASSWORD,
        "-out",
        store.toString());
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(key) + Files.readString(certificate));
    return new TestCertificate(both, store);
  }

  private static void run(Path folder, String... words) throws Exception {
    String[] command = new String[words.length + 1];
    command[0] = "openssl";
    System.arraycopy(words, 0, command, 1, words.length);
    var ended = Tools.run(folder, command);
    if (ended.exitCode() != 0) {
      throw new AssertionError("openssl made no certificate: " + ended);
    }
  }
}
