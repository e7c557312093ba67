package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.application.port.out.FileStores;
import dev.simpleftp.application.port.out.SessionEvents;
import dev.simpleftp.application.service.Services;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.tls.TlsPolicy;
import dev.simpleftp.socket.tls.TlsPolicy.ClientCertificate;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BannedTest {
  private static final FileStores CLOSED =
      (_, _) -> {
        throw new Refused(Refusal.BANNED);
      };

  private final UseCases useCases = Services.over(CLOSED, SessionEvents.NONE);

  @Test
  void aBanIsAnswered421AndEndsTheConnection() throws IOException {
    try (var server = FtpServer.start(ServerFixture.ON_LOOPBACK, useCases, WireEvents.NONE);
        var wire = new FtpWire(server.address())) {
      wire.expect(220);
      wire.send("USER alice").expect(331);

      assertThat(wire.send("PASS secret").expect(421).text()).contains("Too many failed logins");
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  @Test
  void aBanAlsoMeetsWhomACertificateProves() throws IOException {
    var policy =
        TlsPolicy.OPTIONAL
            .clientCertificate(ClientCertificate.WANT)
            .users(_ -> Optional.of("alice"));
    FtpServerConfig config = ServerFixture.withTls(policy);
    var client = new SecureClient("TLSv1.3");
    try (var server = FtpServer.start(config, useCases, WireEvents.NONE);
        var wire = new FtpWire(server.address())) {
      wire.expect(220);
      wire.send("AUTH TLS").expect(234);
      wire.secure(client.engine(wire));

      assertThat(wire.send("USER alice").expect(421).text()).contains("Too many failed logins");
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }
}
