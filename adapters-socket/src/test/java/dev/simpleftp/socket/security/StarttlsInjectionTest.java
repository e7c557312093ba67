package dev.simpleftp.socket.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsPolicy;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands in clear that are taken for protected ones (CWE-77, CWE-924): servers kept what stood
/// behind the command that starts TLS and carried it out under TLS, in the name of the client. R10.
class StarttlsInjectionTest {
  private final SecureClient client = new SecureClient("TLSv1.3");

  @ParameterizedTest
  @ValueSource(strings = {"USER alice\r\n", "USER al", "\r\n", "\r", "\u00ff"})
  void runsNothingThatStandsBehindAuth(String behind) throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.sendRaw(("AUTH TLS\r\n" + behind).getBytes(UTF_8));
      wire.expect(234);

      assertThatThrownBy(() -> wire.secure(client.engine(wire))).isInstanceOf(IOException.class);
      assertThat(server.heard()).containsExactly("AUTH TLS");
    }
  }

  @Test
  void runsNothingThatComesInClearInsteadOfTheHandshake() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      wire.send("USER alice");

      byte[] answer = wire.control().getInputStream().readAllBytes();
      assertThat(new String(answer, UTF_8)).doesNotContain("331");
      assertThat(server.heard()).containsExactly("AUTH TLS");
    }
  }

  /// While a transfer runs, commands wait in another place.
  @ParameterizedTest
  @ValueSource(strings = {"USER alice\r\n", "USER al"})
  void runsNothingThatWaitsBehindAuthForTheEndOfATransfer(String behind) throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = server.login()) {
      try (Socket data = wire.openData()) {
        wire.send("STOR f").expect(150);
        wire.sendRaw(("NOOP\r\nAUTH TLS\r\n" + behind).getBytes(UTF_8));
        wire.expect(200);
        data.getOutputStream().write("content".getBytes(UTF_8));
      }
      wire.expect(226);
      wire.expect(234);

      assertThatThrownBy(() -> wire.secure(client.engine(wire))).isInstanceOf(IOException.class);
      assertThat(server.heard()).filteredOn("USER alice"::equals).hasSize(1);
    }
  }

  @Test
  void forgetsWhatWasSaidInClear() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = server.login()) {
      server.put("/f", "content");
      wire.send("REST 5").expect(350);
      wire.send("RNFR f").expect(350);
      wire.send("AUTH TLS").expect(234);
      wire.secure(client.engine(wire));

      wire.send("PWD").expect(530);
      wire.send("PASS secret").expect(503);
      wire.send("PROT P").expect(503);
      SecureClient.logIn(wire);
      wire.send("RNTO g").expect(503);
      SecureClient.protect(wire);
      assertThat(client.retrieve(wire, "f")).isEqualTo("content");
    }
  }

  @Test
  void forgetsTheUserWhoWasNamedInClear() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.send("USER alice").expect(331);
      wire.send("AUTH TLS").expect(234);
      wire.secure(client.engine(wire));

      wire.send("PASS secret").expect(503);
    }
  }
}
