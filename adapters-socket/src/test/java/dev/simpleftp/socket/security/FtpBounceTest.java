package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that are made to connect to a third machine (CWE-441): PORT named a host that the client
/// could not reach itself, which then was scanned or was sent a file as if it were mail. R8, RFC
/// 2577 §3.
class FtpBounceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PORT 127,0,0,2,200,1",
        "PORT 10,0,0,1,200,1",
        "PORT 127,0,0,1,0,80",
        "PORT 127,0,0,1,3,255",
        "EPRT |1|127.0.0.2|5000|",
        "EPRT |2|::1|5000|",
        "EPRT |2|::ffff:127.0.0.2|5000|",
        "EPRT |1|127.0.0.1|1023|"
      })
  void refusesEveryOtherAddressAndLowPorts(String command) throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login()) {
      server.put("/f", "content");

      wire.send(command).expect(504);
      wire.send("RETR f").expect(425);
    }
  }

  @Test
  void connectsToNobodyElse() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login();
        var victim = ServerSocketChannel.open()) {
      victim.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0));
      int port = victim.socket().getLocalPort();
      server.put("/f", "content");

      wire.send("PORT 127,0,0,2,%d,%d".formatted(port / 256, port % 256)).expect(504);
      wire.send("EPRT |1|127.0.0.2|%d|".formatted(port)).expect(504);
      wire.send("RETR f").expect(425);
      wire.send("LIST").expect(425);

      victim.configureBlocking(false);
      assertThat(victim.accept()).isNull();
    }
  }

  /// Clients that do not know their own address send none; no other is meant by it.
  @ParameterizedTest
  @ValueSource(strings = {"PORT 0,0,0,0,%2$d,%3$d", "EPRT |1|0.0.0.0|%1$d|", "EPRT |2|::|%1$d|"})
  void takesNoAddressForTheOneOfTheClient(String command) throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.login("127.0.0.3");
        var own = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.3"))) {
      own.setSoTimeout(10_000);
      server.put("/f", "content");
      int port = own.getLocalPort();

      wire.send(command.formatted(port, port / 256, port % 256)).expect(200);
      wire.send("RETR f").expect(150);
      try (Socket data = own.accept()) {
        assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("content");
      }
      wire.expect(226);
    }
  }
}
