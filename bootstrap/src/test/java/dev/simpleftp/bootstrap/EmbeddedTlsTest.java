package dev.simpleftp.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.bootstrap.tls.TestKeys;
import dev.simpleftp.socket.tls.TlsPolicy.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// TLS in the API for embedding, against a client that trusts the server's certificate alone.
class EmbeddedTlsTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension
  final SimpleFtpExtension ftp =
      SimpleFtpExtension.of(
          SimpleFtp.server()
              .inMemory()
              .user("test", "secret")
              .tls(TlsSetup.selfSigned().required().implicitPort(0)));

  @Test
  void showsACertificateThatATestCanTrust() throws Exception {
    exchange(client(ftp.server(), false), ftp.server().address());

    assertThat(ftp.server().read("/up")).isEqualTo(CONTENT);
  }

  @Test
  void servesTlsFromTheStart() throws Exception {
    exchange(client(ftp.server(), true), ftp.server().implicitAddresses().getFirst());

    assertThat(ftp.server().read("/up")).isEqualTo(CONTENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "ftp.example"})
  void showsItsOneCertificateWhateverNameTheClientAsksFor(String name) throws Exception {
    InetSocketAddress address = ftp.server().implicitAddresses().getFirst();
    SSLSocketFactory sockets = trusting(ftp.server()).getSocketFactory();
    try (var socket = (SSLSocket) sockets.createSocket(address.getAddress(), address.getPort())) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(name)));
      socket.setSSLParameters(parameters);

      socket.startHandshake();

      assertThat(socket.getSession().getPeerCertificates())
          .containsExactly(ftp.server().certificate().orElseThrow());
      assertThat(socket.getInputStream().readNBytes(4)).asString(US_ASCII).isEqualTo("220 ");
    }
  }

  @Test
  void letsNobodyInInClearWhereTlsIsRequired() throws Exception {
    var plain = new FTPClient();
    plain.connect(ftp.server().address().getAddress(), ftp.server().address().getPort());
    try {
      assertThat(plain.user("test")).as(plain.getReplyString()).isEqualTo(530);
    } finally {
      plain.disconnect();
    }
  }

  @Test
  void believesOnlyCertificatesOfTheIssuersItWasTold(@TempDir Path folder) throws Exception {
    KeyPair pair = TestKeys.pair("EC");
    X509Certificate known = TestKeys.certificate(pair, "test");
    KeyPair another = TestKeys.pair("EC");
    X509Certificate forged = TestKeys.certificate(another, "test");
    Path issuers = TestKeys.write(folder.resolve("issuers.pem"), known);
    var tls = TlsSetup.selfSigned().clientCertificates(ClientCertificate.NEED, issuers);

    try (RunningServer server =
        SimpleFtp.server().user("test", "secret").tls(tls.clientLogin()).start()) {
      assertThat(user(client(server, false, key(pair, known)), server)).isEqualTo(232);
      assertThatThrownBy(() -> user(client(server, false, key(another, forged)), server))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> user(client(server, false), server)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void showsACertificateFromFiles(@TempDir Path folder) throws Exception {
    KeyPair pair = TestKeys.pair("EC");
    X509Certificate own = TestKeys.certificate(pair, "own");
    Path certificate = TestKeys.write(folder.resolve("cert.pem"), own);
    Path key = TestKeys.write(folder.resolve("key.pem"), TestKeys.pkcs8(pair.getPrivate()));
    Path both = TestKeys.pkcs12(folder.resolve("both"), pair.getPrivate(), "secret", List.of(own));
    var builder = SimpleFtp.server();

    try (RunningServer fromPem = builder.tls(TlsSetup.pem(certificate, key)).start();
        RunningServer fromPkcs12 = builder.tls(TlsSetup.file(both, "secret")).start()) {
      assertThat(fromPem.certificate()).contains(own);
      assertThat(fromPkcs12.certificate()).contains(own);
    }
  }

  @Test
  void doesNotStartWithoutTheCertificateItWasTold(@TempDir Path folder) {
    var builder = SimpleFtp.server().tls(TlsSetup.file(folder.resolve("missing"), ""));

    assertThatThrownBy(builder::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void showsNoneWithoutTls() throws IOException {
    try (RunningServer plain = SimpleFtp.server().start()) {
      assertThat(plain.certificate()).isEmpty();
      assertThat(plain.implicitAddresses()).isEmpty();
    }
  }

  private static void exchange(FTPSClient client, InetSocketAddress address) throws IOException {
    client.connect(address.getAddress(), address.getPort());
    try {
      assertThat(client.login("test", "secret")).as(client.getReplyString()).isTrue();
      client.enterLocalPassiveMode();
      client.execPBSZ(0);
      client.execPROT("P");
      assertThat(client.storeFile("up", new ByteArrayInputStream(CONTENT)))
          .as(client.getReplyString())
          .isTrue();
      var down = new ByteArrayOutputStream();
      assertThat(client.retrieveFile("up", down)).as(client.getReplyString()).isTrue();
      assertThat(down.toByteArray()).isEqualTo(CONTENT);
      client.logout();
    } finally {
      client.disconnect();
    }
  }

  private static int user(FTPSClient client, RunningServer server) throws IOException {
    client.connect(server.address().getAddress(), server.address().getPort());
    try {
      return client.user("test");
    } finally {
      client.disconnect();
    }
  }

  private static KeyManager[] key(KeyPair pair, X509Certificate certificate) throws Exception {
    char[] password = new char[0];
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("client", pair.getPrivate(), password, new X509Certificate[] {certificate});
    var managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, password);
    return managers.getKeyManagers();
  }

  private static FTPSClient client(RunningServer server, boolean implicit, KeyManager... keys)
      throws Exception {
    var client = new FTPSClient(implicit, trusting(server, keys));
    client.setEndpointCheckingEnabled(true);
    return client;
  }

  private static SSLContext trusting(RunningServer server, KeyManager... keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", server.certificate().orElseThrow());
    var managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, managers.getTrustManagers(), null);
    return context;
  }
}
