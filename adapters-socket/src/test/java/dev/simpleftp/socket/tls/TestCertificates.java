package dev.simpleftp.socket.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Contexts for the two ends of a connection, with a certificate that lives as long as the tests.
public final class TestCertificates {
  private static final String PASSWORD = "secret";
  private static final KeyStore KEYS = keys("localhost", "dns:localhost,ip:127.0.0.1");
  private static final KeyStore OTHER =
      keys("elsewhere", "dns:elsewhere.example.org", "-startdate", "-20d", "-validity", "10");

  static {
    TlsDefaults.install();
  }

  private TestCertificates() {}

  /// A context of a server or of a client that shows a certificate; each call makes another one,
  /// which knows nothing of the sessions of the others.
  public static SSLContext context() {
    return context(KEYS);
  }

  /// The same with a certificate for another host, which has expired.
  public static SSLContext contextOfAnotherHost() {
    return context(OTHER);
  }

  /// The certificate of [#context].
  public static X509Certificate certificate() {
    return certificate(KEYS);
  }

  /// The certificate of [#contextOfAnotherHost].
  public static X509Certificate certificateOfAnotherHost() {
    return certificate(OTHER);
  }

  private static X509Certificate certificate(KeyStore keys) {
    try {
      return (X509Certificate) keys.getCertificate("server");
    } catch (KeyStoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SSLContext context(KeyStore keys) {
    try {
      var managers = KeyManagerFactory.getInstance("SunX509");
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), new TrustManager[] {new TrustsAll()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore keys(String name, String alternatives, String... more) {
    try {
      Path folder = Files.createTempDirectory("certificates");
      Path file = folder.resolve("keys.p12");
      List<String> command = new ArrayList<>(keytool(file, name, alternatives));
      command.addAll(List.of(more));
      run(command);
      try (InputStream in = Files.newInputStream(file)) {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, PASSWORD.toCharArray());
        return store;
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> keytool(Path file, String name, String alternatives) {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    return List.of(
        keytool.toString(),
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=" + alternatives,
        "-storetype",
        "PKCS12",
        "-keystore",
        file.toString(),
        "-storepass",
        PASSWORD);
  }

  private static void run(List<String> command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static final class TrustsAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
