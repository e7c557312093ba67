package dev.simpleftp.socket.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TlsDefaultsTest {
  /// Older versions are not taken as long as the settings of the JDK forbid them. These are what
  /// holds where somebody changed those.
  @Test
  void offerNothingBefore12OnEitherSide() {
    var server = List.of(ServerTls.engine(TestCertificates.context(), "ftp").getEnabledProtocols());

    assertThat(server).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
    assertThat(ClientTls.NONE.versions()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");
  }
}
