package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.SecureClient;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.Demand;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sessions that end up with less protection than was asked for (CWE-757, CWE-319): servers that
/// demanded TLS took passwords in clear or moved data in clear, went back to clear on CCC, or
/// agreed to versions of TLS that are broken. R14.
class DowngradeTest {
  private static final List<String> TRANSFERS =
      List.of("LIST", "NLST", "MLSD", "RETR f", "STOR f", "STOU", "APPE f");
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int PROTOCOL_VERSION = 70;

  private final SecureClient client = new SecureClient("TLSv1.3");

  @Test
  void letsNobodyInInClearWhereTlsIsRequired() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL.demand(Demand.REQUIRED));
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.send("USER alice").expect(530);
      wire.send("PASS secret").expect(530);
      wire.send("FEAT").expect(211);
      wire.send("AUTH TLS").expect(234);
      wire.secure(client.engine(wire));
      SecureClient.logIn(wire);

      for (String transfer : TRANSFERS) {
        wire.send(transfer).expect(521);
      }
      SecureClient.protect(wire);
      wire.send("PROT C").expect(534);
      wire.send("REIN").expect(220);
      SecureClient.logIn(wire);
      wire.send("LIST").expect(521);
    }
  }

  @Test
  void keepsTheControlConnectionProtected() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = client.login(server)) {
      wire.send("CCC").expect(534);
      wire.send("AUTH TLS").expect(503);
      wire.send("NOOP").expect(200);
    }
  }

  /// The hello is written by hand: the TLS of this machine may not want to send it.
  @ParameterizedTest
  @ValueSource(strings = {"0300", "0301", "0302"})
  void refusesVersionsBefore12(String version) throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      wire.sendRaw(hello(version));
      InputStream answer = wire.control().getInputStream();

      byte[] alert = answer.readNBytes(7);
      assertThat(alert[0]).as("type of the record").isEqualTo((byte) ALERT);
      assertThat(alert[6]).as("alert").isEqualTo((byte) PROTOCOL_VERSION);
      assertThat(answer.read()).isEqualTo(-1);
    }
  }

  /// So it is the version that is refused above.
  @Test
  void takesTheSameHelloOf12() throws IOException {
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      wire.sendRaw(hello("0303"));

      assertThat(wire.control().getInputStream().read()).isEqualTo(HANDSHAKE);
    }
  }

  /// TLS 1.2 may begin anew at any time, which costs a server much more than its client.
  @Test
  void negotiatesNothingAnew() throws IOException {
    var old = new SecureClient("TLSv1.2");
    try (var server = ServerFixture.overMemory(TlsPolicy.OPTIONAL);
        FtpWire wire = SecureClient.atTheDoor(server)) {
      SSLEngine engine = old.engine(wire);
      wire.secure(engine);
      SecureClient.logIn(wire);
      ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      engine.beginHandshake();
      engine.wrap(ByteBuffer.allocate(0), hello);
      wire.control().getOutputStream().write(hello.array(), 0, hello.position());

      assertThat(isRefused(wire)).isTrue();
    }
  }

  private static boolean isRefused(FtpWire wire) throws IOException {
    try {
      return wire.isClosedByServer();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return e instanceof SSLException || e instanceof EOFException;
    }
  }

  /// A client that knows this version and nothing newer, with suites that all of them have.
  private static byte[] hello(String version) {
    String extensions = "000a000400020017" + "000b00020100" + "000d00080006040305030603";
    String suites = "000a" + "c00ac009c02bc02c002f" + "0100";
    String body =
        version
            + "11".repeat(32)
            + "00"
            + suites
            + "%04x".formatted(extensions.length() / 2)
            + extensions;
    String message = "01%06x".formatted(body.length() / 2) + body;
    return HexFormat.of().parseHex("160301%04x".formatted(message.length() / 2) + message);
  }
}
