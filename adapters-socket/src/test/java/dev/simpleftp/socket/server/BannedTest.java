package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BannedTest {
  @Test
  void aBanIsAnswered421AndEndsTheConnection() throws IOException {
    FileStores closed =
        (_, _) -> {
          throw new Refused(Refusal.BANNED);
        };
    var useCases = Services.over(closed, SessionEvents.NONE);
    try (var server = FtpServer.start(ServerFixture.ON_LOOPBACK, useCases, WireEvents.NONE);
        var wire = new FtpWire(server.address())) {
      wire.expect(220);
      wire.send("USER alice").expect(331);

      assertThat(wire.send("PASS secret").expect(421).text()).contains("Too many failed logins");
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }
}
