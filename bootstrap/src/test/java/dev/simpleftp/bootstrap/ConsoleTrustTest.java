package dev.simpleftp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.console.CertificateQuestion;
import dev.simpleftp.console.ProtocolTranscript;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.socket.tls.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsoleTrustTest {
  private static final Fingerprint SHOWN = new Fingerprint("ab".repeat(32));

  @ParameterizedTest
  @ValueSource(strings = {"files.example.org", "FILES.example.org", "files.example.org."})
  void knowsAServerHoweverItsNameIsTyped(String typed, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("known");
    Files.writeString(file, "files.example.org:21 " + SHOWN + "\n");
    var trust = new ConsoleTrust(new CertificateQuestion(new ProtocolTranscript(), file, Set.of()));

    assertThat(trust.trusts(new Peer(typed, 21), SHOWN)).isTrue();
    assertThat(trust.knows(new Peer(typed, 21))).isTrue();
    assertThat(trust.knows(new Peer(typed, 990))).isFalse();
  }
}
