package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.simpleftp.application.port.out.SkipReasons;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.AddressRange;
import dev.simpleftp.socket.channel.FreePorts;
import dev.simpleftp.socket.channel.PassiveAddresses;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.wire.HostPort;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Several addresses, both families, what PASV announces and the ports it takes.
@ExtendWith(SkipReasons.class)
class NetworkTest {
  private static final InetSocketAddress IPV4 = anyPort("127.0.0.1");
  private static final InetSocketAddress IPV6 = anyPort("::1");

  @Test
  void servesEveryAddress() throws IOException {
    assumeIpv6();
    try (var server = over(config(List.of(IPV4, IPV6, IPV4)))) {
      assertThat(server.server().addresses()).hasSize(3).doesNotHaveDuplicates();
      for (InetSocketAddress address : server.server().addresses()) {
        try (FtpWire wire = server.login(address)) {
          wire.send("NOOP").expect(200);
        }
      }
    }
  }

  @Test
  void bindsAllAddressesOrNoneAndNamesTheOneItCannotHave() throws IOException {
    int free = FreePorts.inARow(1);
    try (var taken = new ServerSocket(0, 1, IPV4.getAddress())) {
      var first = new InetSocketAddress(IPV4.getAddress(), free);
      var second = new InetSocketAddress(IPV4.getAddress(), taken.getLocalPort());

      assertThatThrownBy(() -> over(config(List.of(first, second))))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1");
      try (var again = new ServerSocket(free, 1, IPV4.getAddress())) {
        assertThat(again.isBound()).isTrue();
      }
    }
  }

  @Test
  void transfersOverIpv6InBothDirectionsOfConnecting() throws IOException {
    assumeIpv6();
    try (var server = over(config(List.of(IPV6)));
        FtpWire wire = server.login()) {
      server.put("/f", "content");
      try (Socket data = wire.openData()) {
        retrieve(wire, data);
      }
      try (var own = new ServerSocket(0, 1, IPV6.getAddress())) {
        own.setSoTimeout(10_000);
        wire.send("EPRT |2|::1|%d|".formatted(own.getLocalPort())).expect(200);
        wire.send("RETR f").expect(150);
        try (Socket data = own.accept()) {
          assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("content");
        }
        wire.expect(226);
      }
      wire.send("PASV").expect(425);
      wire.send("EPSV 1").expect(522);
      wire.send("EPSV 2").expect(229);
      wire.send("EPRT |1|127.0.0.1|5000|").expect(504);
    }
  }

  @Test
  void takesAnIpv4ClientOfADoubleSocketForIpv4() throws IOException {
    assumeIpv6();
    try (var server = over(config(List.of(anyPort("::"))))) {
      var address = new InetSocketAddress(IPV4.getAddress(), server.address().getPort());
      try (FtpWire wire = server.login(address)) {
        server.put("/f", "content");
        Reply announced = wire.send("PASV").expect(227);

        assertThat(host(announced)).contains("127.0.0.1");
        try (Socket data = wire.connectData(announced)) {
          retrieve(wire, data);
        }
        wire.send("EPSV 2").expect(522);
        wire.send("EPRT |2|::ffff:127.0.0.1|5000|").expect(200);
      }
    }
  }

  @Test
  void announcesTheAddressForTheNetworkOfTheClient() throws IOException {
    var addresses =
        new PassiveAddresses(
            Map.of(
                AddressRange.ALL_IPV4,
                ipv4("203.0.113.1"),
                AddressRange.parse("127.0.0.1").orElseThrow(),
                ipv4("192.0.2.1")));
    var config =
        new FtpServerConfig(
            List.of(IPV4),
            PassivePorts.any(),
            addresses,
            List.of(),
            Limits.DEFAULTS,
            Offer.DEFAULT,
            Optional.empty());
    try (var server = over(config);
        FtpWire near = server.login();
        FtpWire far = server.login("127.0.0.9")) {
      assertThat(host(near.send("PASV").expect(227))).contains("192.0.2.1");
      assertThat(host(far.send("PASV").expect(227))).contains("203.0.113.1");
    }
  }

  @Test
  void givesPassivePortsBackAtTheEndOfATransferAndOfASession() throws IOException {
    int first = FreePorts.inARow(3);
    try (var server = over(ServerFixture.ON_LOOPBACK.passivePorts(range(first, 3)));
        FtpWire a = server.login();
        FtpWire b = server.login();
        FtpWire c = server.login();
        FtpWire d = server.login()) {
      server.put("/f", "content");
      Reply announced = a.send("EPSV").expect(229);
      b.send("EPSV").expect(229);
      c.send("PASV").expect(227);
      d.send("EPSV").expect(425);
      d.send("NOOP").expect(200);

      try (Socket data = a.connectData(announced)) {
        retrieve(a, data);
      }
      d.send("EPSV").expect(229);
      a.send("EPSV").expect(425);

      b.send("QUIT").expect(221);
      assertThat(b.isClosedByServer()).isTrue();
      a.send("EPSV").expect(229);
    }
  }

  @Test
  void lendsASessionOnePortOnly() throws IOException {
    int first = FreePorts.inARow(2);
    try (var server = over(ServerFixture.ON_LOOPBACK.passivePorts(range(first, 2)));
        FtpWire greedy = server.login();
        FtpWire other = server.login()) {
      for (int i = 0; i < 5; i++) {
        greedy.send(i % 2 == 0 ? "EPSV" : "PASV").expect(i % 2 == 0 ? 229 : 227);
      }
      other.send("EPSV").expect(229);
      greedy.send("PORT 127,0,0,1,200,1").expect(200);
      greedy.send("EPSV").expect(229);
    }
  }

  private static void retrieve(FtpWire wire, Socket data) throws IOException {
    wire.send("RETR f").expect(150);
    assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("content");
    wire.expect(226);
  }

  private static ServerFixture over(FtpServerConfig config) throws IOException {
    return ServerFixture.over(new MemoryTree()::newStore, config);
  }

  private static FtpServerConfig config(List<InetSocketAddress> listen) {
    return new FtpServerConfig(
        listen,
        PassivePorts.any(),
        PassiveAddresses.NONE,
        List.of(),
        Limits.DEFAULTS,
        Offer.DEFAULT,
        Optional.empty());
  }

  private static PassivePorts range(int first, int count) {
    return new PassivePorts(first, first + count - 1);
  }

  private static Optional<String> host(Reply announced) {
    return HostPort.find(announced.text()).map(HostPort::host);
  }

  private static Inet4Address ipv4(String text) {
    return Inet4Address.ofLiteral(text);
  }

  private static InetSocketAddress anyPort(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 0);
  }

  private static void assumeIpv6() throws IOException {
    assumeThat(NetworkInterface.getByInetAddress(IPV6.getAddress()))
        .as("this machine has ::1")
        .isNotNull();
  }
}
