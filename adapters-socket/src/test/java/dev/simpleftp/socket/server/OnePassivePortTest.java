package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.filesystem.memory.MemoryTree;
import dev.simpleftp.socket.channel.FreePorts;
import dev.simpleftp.socket.channel.PassivePorts;
import dev.simpleftp.socket.wire.HostPort;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A range of a single passive port: F50.
@SuppressWarnings("NullAway.Init") // made before each test
class OnePassivePortTest {
  private int port;
  private FtpServer server;

  @BeforeEach
  void serve() throws IOException {
    port = FreePorts.inARow(1);
    FileStores stores = (_, _) -> new FileStores.Access(new MemoryTree().newStore(), FilePath.ROOT);
    var config = ServerFixture.ON_LOOPBACK.passivePorts(new PassivePorts(port, port));
    server = FtpServer.start(config, Services.over(stores, SessionEvents.NONE), WireEvents.NONE);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void isTakenAgainByTheSameSession() throws IOException {
    try (FtpWire wire = login()) {
      for (int i = 0; i < 3; i++) {
        var announced = HostPort.find(wire.send("PASV").expect(227).text());
        assertThat(announced).hasValueSatisfying(a -> assertThat(a.port()).isEqualTo(port));
      }
    }
  }

  @Test
  void f50IsRefusedToASecondSessionUntilItIsFree() throws IOException {
    try (FtpWire first = login();
        FtpWire second = login()) {
      first.send("EPSV").expect(229);
      second.send("EPSV").expect(425);

      first.send("QUIT").expect(221);
      assertThat(first.isClosedByServer()).isTrue();
      second.send("EPSV").expect(229);
    }
  }

  private FtpWire login() throws IOException {
    var wire = new FtpWire(server.address());
    wire.expect(220);
    wire.send("USER anyone").expect(331);
    wire.send("PASS x").expect(230);
    return wire;
  }
}
