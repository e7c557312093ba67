package dev.simpleftp.bootstrap.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsIdentityTest {
  /// Sessions can be resumed within a context alone: two control connections that shared one could
  /// take each other's data connections.
  @Test
  void givesEachConnectionAContextOfItsOwn() throws Exception {
    KeyPair pair = TestKeys.pair("EC");
    var certificate =
        new ServerCertificate(List.of(TestKeys.certificate(pair, "own")), pair.getPrivate());
    var contexts = new TlsContexts(TlsIdentity.of(certificate, List.of()));

    assertThat(contexts.get()).isNotSameAs(contexts.get());
  }
}
