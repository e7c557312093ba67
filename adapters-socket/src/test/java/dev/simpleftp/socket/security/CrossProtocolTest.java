package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs of another protocol that are led to an FTP server (CWE-940, CWE-436; ALPACA): web
/// browsers were made to send FTP commands in the body of a request, or to take the replies and
/// files of an FTP server for those of a web server with the same certificate. R29.
class CrossProtocolTest {
  private static final String BODY = "\r\nHost: localhost\r\n\r\nUSER alice\r\nPASS secret\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {"GET / HTTP/1.1", "POST /evil HTTP/1.0", "OPTIONS * HTTP/2", "PRI * HTTP/2.0"})
  void endsAtTheFirstLineOfAWebBrowser(String line) throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.sendRaw((line + BODY).getBytes(UTF_8));

      assertThat(wire.expect(421).text()).doesNotContain("evil", "HTTP");
      assertThat(wire.isClosedByServer()).isTrue();
      assertThat(server.heard()).hasSize(1);
    }
  }

  @Test
  void endsAtTheFirstLineOfAWebBrowserUnderTls() throws IOException {
    var client = new SecureClient("TLSv1.3");
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        var wire = new FtpWire(server.server().implicitAddresses().getFirst())) {
      wire.secure(client.engine(wire));
      wire.expect(220);
      wire.sendRaw(("POST / HTTP/1.1" + BODY).getBytes(UTF_8));

      wire.expect(421);
      assertThat(wire.isClosedByServer()).isTrue();
      assertThat(server.heard()).hasSize(1);
    }
  }

  @Test
  void endsAfterTenVerbsThatNobodyKnows() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.connect()) {
      wire.expect(220);
      for (int i = 0; i < 10; i++) {
        wire.send("Accept-Language: *").expect(500);
      }
      wire.send("Accept-Language: *").expect(421);
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void refusesWhoWantsAnotherProtocol(String version) throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL)) {
      for (String other : new String[] {"http/1.1", "h2", "imap", "ftp-data"}) {
        try (FtpWire wire = SecureClient.atTheDoor(server)) {
          SSLEngine engine = wanting(other, new SecureClient(version).engine(wire));

          assertThatThrownBy(() -> wire.secure(engine))
              .isInstanceOf(SSLException.class)
              .hasMessageContaining("no_application_protocol");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void agreesOnFtp(String version) throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      wire.secure(wanting("ftp", new SecureClient(version).engine(wire)));

      assertThat(wire.tls().applicationProtocol()).isEqualTo("ftp");
      SecureClient.logIn(wire);
    }
  }

  @Test
  void sendsNoFileToWhoWantsAnotherProtocol() throws IOException {
    var client = new SecureClient("TLSv1.3");
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      server.put("/f", "content");
      SecureClient.protect(wire);
      try (SocketChannel data = SecureClient.openData(wire)) {
        wire.send("RETR f").expect(150);
        var tls = new TlsChannel(data, wanting("h2", client.engine(wire)));

        assertThatThrownBy(() -> tls.handshake(Duration.ofSeconds(10)))
            .isInstanceOf(SSLException.class);
        wire.expect(522);
      }
    }
  }

  private static SSLEngine wanting(String protocol, SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    engine.setSSLParameters(parameters);
    return engine;
  }
}
