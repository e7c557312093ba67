package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import dev.simpleftp.domain.TreeEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JsonServerLogTest {
  private static final Peer PEER = new Peer("::1", 5000);
  private static final Identity SESSION = new Identity(9, "bob", PEER);

  private final List<String> lines = new ArrayList<>();
  private final SessionNumbers numbers = new SessionNumbers();
  private final JsonServerLog log =
      new JsonServerLog(lines::add, () -> Instant.parse("2026-01-02T03:04:05Z"), numbers);

  @BeforeEach
  void connect() {
    numbers.begin(PEER);
  }

  @Test
  void tellsWhereItListens() {
    log.listening("127.0.0.1", 2121);

    assertThat(lines)
        .containsExactly(
            "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"listening\","
                + "\"address\":\"127.0.0.1\",\"port\":2121}");
  }

  @Test
  void tellsHowItProtectsConnections() {
    log.listeningUnderTls("::1", 990);
    log.certificate("AB:CD", Instant.parse("2028-03-04T05:06:07Z"));
    log.warning("something is odd.");
    log.tlsBegan(PEER, "TLSv1.3, CIPHER");
    log.tlsFailed(PEER, "the client left");

    String time = "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":";
    String session = "\"session\":1,\"peer\":\"[::1]:5000\",";
    assertThat(lines)
        .containsExactly(
            time + "\"listening-under-tls\",\"address\":\"::1\",\"port\":990}",
            time + "\"certificate\",\"sha256\":\"AB:CD\",\"until\":\"2028-03-04T05:06:07Z\"}",
            time + "\"warning\",\"text\":\"something is odd.\"}",
            time + "\"tls-began\"," + session + "\"protection\":\"TLSv1.3, CIPHER\"}",
            time + "\"tls-failed\"," + session + "\"reason\":\"the client left\"}");
  }

  @Test
  void tellsATransferWithItsFigures() throws Refused {
    log.transferEnded(
        SESSION,
        new TransferReport(
            TransferKind.PUT, FilePath.of("/a.bin"), 512, Duration.ofMillis(1500), false));

    assertThat(lines)
        .containsExactly(
            "{\"time\":\"2026-01-02T03:04:05Z\",\"event\":\"stored\",\"session\":1,"
                + "\"peer\":\"[::1]:5000\",\"user\":\"bob\",\"path\":\"/a.bin\",\"bytes\":512,"
                + "\"seconds\":1.5,\"complete\":false}");
  }

  @Test
  void tellsBothEndsOfARename() throws Refused {
    log.treeChanged(SESSION, new TreeEdit.Rename(FilePath.of("/a"), FilePath.of("/b")));

    assertThat(lines).first().asString().contains("\"renamed\"", "\"path\":\"/a\",\"to\":\"/b\"");
  }

  @Test
  void keepsEachEventOnItsLineAndInAscii() {
    log.loginRefused("eve\r\n{\"event\":\"login\"}\u202e", PEER, new Refused(Refusal.LOGIN_DENIED));

    assertThat(lines)
        .first()
        .asString()
        .contains("\"user\":\"eve\\r\\n{\\\"event\\\":\\\"login\\\"}\\u202E\"");
  }
}
