package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that is stopped gently: F36.
@SuppressWarnings("NullAway.Init") // made before each test
class StopTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private ServerFixture server;
  private FtpWire wire;

  @BeforeEach
  void logIn() throws IOException {
    server = ServerFixture.overMemory();
    server.put("/old", "old");
    wire = server.login();
  }

  @AfterEach
  void leave() throws IOException {
    wire.close();
    server.close();
  }

  @Test
  void f36TellsSessionsWithoutATransferToGo() throws Exception {
    InetSocketAddress address = server.address();
    try (FtpWire stranger = server.connect()) {
      stranger.expect(220);

      server.server().stop(LONG);

      assertThat(stranger.expect(421).text()).contains("stopping");
      assertThat(stranger.isClosedByServer()).isTrue();
    }
    wire.expect(421);
    assertThat(wire.isClosedByServer()).isTrue();
    assertThatThrownBy(() -> new FtpWire(address)).isInstanceOf(ConnectException.class);
  }

  @Test
  void f36TellsThoseUnderTlsToGoAsWell() throws Exception {
    var client = new SecureClient("TLSv1.3");
    try (FtpWire secured = client.login(server);
        FtpWire stranger = client.connect(server)) {
      stranger.send("NOOP").expect(200); // The server has ended its part of the handshake too

      server.server().stop(LONG);

      assertThat(secured.expect(421).text()).contains("stopping");
      assertThat(stranger.expect(421).text()).contains("stopping");
    }
  }

  @Test
  void f36LetsARunningTransferEnd() throws Exception {
    try (Socket data = wire.openData()) {
      wire.send("STOR old").expect(150);
      CompletableFuture<Void> stopped = stop(LONG);
      data.getOutputStream().write("new".getBytes(StandardCharsets.UTF_8));
      data.shutdownOutput();

      wire.expect(226);
      wire.expect(421);
      assertThat(wire.isClosedByServer()).isTrue();
      stopped.join();
    }
    assertThat(server.content("/old")).contains("new");
  }

  @Test
  void f36CutsATransferAfterTheGrace() throws Exception {
    try (Socket data = wire.openData()) {
      wire.send("STOR old").expect(150);
      data.getOutputStream().write(1);

      server.server().stop(Duration.ofMillis(200));

      wire.expect(426);
      wire.expect(421);
      assertThat(wire.isClosedByServer()).isTrue();
    }
    assertThat(server.content("/old")).contains("old");
  }

  @Test
  void f36CutsATransferThoughItsClientHasSentAllItMay() throws Exception {
    try (Socket data = wire.openData()) {
      wire.send("STOR old").expect(150);
      data.getOutputStream().write(1);
      for (int i = 0; i < 200; i++) {
        wire.send("PWD");
      }
      server.server().stop(Duration.ofMillis(200));

      wire.expect(426);
    }
    assertThat(server.content("/old")).contains("old");
  }

  private CompletableFuture<Void> stop(Duration grace) {
    return CompletableFuture.runAsync(() -> {
      try {
        server.server().stop(grace);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
