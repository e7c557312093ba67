package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.wire.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data connections that the server makes: PORT and EPRT.
@SuppressWarnings("NullAway.Init") // made before each test
class ActiveModeTest {
  private ServerFixture server;
  private FtpWire wire;
  private ServerSocket port;

  @BeforeEach
  void logIn() throws IOException {
    server =
        ServerFixture.overMemory(
            ServerFixture.times(
                Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(1)));
    server.put("/f", "content");
    wire = server.login();
    port = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    port.setSoTimeout(5_000);
  }

  @AfterEach
  void leave() throws IOException {
    port.close();
    wire.close();
    server.close();
  }

  @Test
  void sendsToThePortOfPort() throws IOException {
    var own = new HostPort(List.of(127, 0, 0, 1), port.getLocalPort());

    wire.send("PORT " + own.sixNumbers()).expect(200);

    assertThat(retrieve()).isEqualTo("content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"|1|127.0.0.1|%d|", "!1!127.0.0.1!%d!", "|2|::ffff:127.0.0.1|%d|"})
  void sendsToThePortOfEprtInEverySpelling(String spelling) throws IOException {
    wire.send("EPRT " + spelling.formatted(port.getLocalPort())).expect(200);

    assertThat(retrieve()).isEqualTo("content");
  }

  @Test
  void storesFromThePortOfTheClient() throws IOException {
    wire.send("EPRT |1|127.0.0.1|%d|".formatted(port.getLocalPort())).expect(200);
    wire.send("STOR g").expect(150);
    try (Socket data = port.accept()) {
      data.getOutputStream().write("new".getBytes(StandardCharsets.UTF_8));
    }
    wire.expect(226);
    assertThat(server.content("/g")).contains("new");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PORT 1,2,3",
        "PORT 127,0,0,1,256,1",
        "PORT 127,0,0,1,0,0",
        "PORT localhost",
        "EPRT 127.0.0.1",
        "EPRT |1|localhost|5000|",
        "EPRT |1|127.0.0.1|0|",
        "EPRT |1|127.0.0.1|65536|",
        "EPRT |1|127.0.0.1|5000"
      })
  void isRefusedWhenItIsNoAddress(String command) throws IOException {
    wire.send(command).expect(501);
  }

  @Test
  void tellsWhichFamiliesThereAre() throws IOException {
    assertThat(wire.send("EPRT |3|127.0.0.1|5000|").expect(522).text()).contains("(1,2)");
  }

  @Test
  void isRefusedAfterEpsvAll() throws IOException {
    wire.send("EPSV ALL").expect(200);
    wire.send("PORT 127,0,0,1,200,1").expect(503);
    wire.send("EPRT |1|127.0.0.1|5000|").expect(503);
  }

  @Test
  void answersWhenNobodyListensThere() throws IOException {
    wire.send("EPRT |1|127.0.0.1|%d|".formatted(port.getLocalPort())).expect(200);
    port.close();
    wire.send("RETR f").expect(150);
    wire.expect(425);
    wire.send("NOOP").expect(200);
  }

  private String retrieve() throws IOException {
    wire.send("RETR f").expect(150);
    try (Socket data = port.accept()) {
      String content = new String(data.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      wire.expect(226);
      return content;
    }
  }
}
