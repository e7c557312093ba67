package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.TransferKind;
import dev.simpleftp.domain.TransferReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerConsoleTest {
  private static final Peer PEER = new Peer("127.0.0.1", 5000);
  private static final Identity SESSION = new Identity(9, "bob", PEER);

  private final List<String> lines = new ArrayList<>();
  private final SessionNumbers numbers = new SessionNumbers();
  private final ServerConsole console =
      new ServerConsole(
          lines::add, () -> Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC, numbers);

  @Test
  void tellsWhereItListens() {
    console.listening("127.0.0.1", 2121);

    assertThat(lines).containsExactly("03:04:05 Listening on 127.0.0.1:2121");
  }

  @Test
  void tellsHowItProtectsConnections() {
    numbers.begin(PEER);
    console.listeningUnderTls("::1", 990);
    console.certificate("AB:CD", Instant.parse("2028-03-04T05:06:07Z"));
    console.warning("something is odd.");
    console.tlsBegan(PEER, "TLSv1.3, CIPHER");
    console.tlsFailed(PEER, "the client left");

    assertThat(lines)
        .containsExactly(
            "03:04:05 Listening on [::1]:990, under TLS from the start",
            "03:04:05 Certificate until 2028-03-04, SHA-256 AB:CD",
            "03:04:05 Warning: something is odd.",
            "03:04:05 #1 TLS began: TLSv1.3, CIPHER",
            "03:04:05 #1 TLS failed: the client left");
  }

  @Test
  void numbersAConnectionFromItsBeginningToItsEnd() throws Refused {
    numbers.begin(new Peer("127.0.0.1", 4999));
    numbers.begin(PEER);
    console.connected(PEER);
    console.commandReceived(PEER, "RETR a.bin");
    console.dataConnection(PEER);
    console.transferEnded(SESSION, report(TransferKind.GET, true));
    console.listed(SESSION, FilePath.ROOT, 3);
    console.disconnected(PEER);

    assertThat(lines)
        .contains(
            "03:04:05 #2 connection accepted from 127.0.0.1:5000",
            "03:04:05 #2 command received: RETR a.bin",
            "03:04:05 #2 data connection with 127.0.0.1",
            "03:04:05 #2 file sent: /a.bin, 2.0 MiB in 2.0 s (1.0 MiB/s)",
            "03:04:05 #2 listing sent: /, 3 entries",
            "03:04:05 #2 client left");
  }

  @Test
  void tellsATransferThatFailed() throws Refused {
    numbers.begin(PEER);
    console.transferEnded(SESSION, report(TransferKind.PUT, false));

    assertThat(lines).last().isEqualTo("03:04:05 #1 storing failed: /a.bin");
  }

  @Test
  void keepsEachEventOnItsLine() {
    numbers.begin(PEER);
    console.loginRefused(
        "eve\r\n03:04:05 #1 logged in as root\033[2K", PEER, new Refused(Refusal.LOGIN_DENIED));

    assertThat(lines)
        .last()
        .isEqualTo(
            "03:04:05 #1 login refused for eve\\x0d\\x0a03:04:05 #1 logged in as root\\x1b[2K");
  }

  private static TransferReport report(TransferKind kind, boolean complete) throws Refused {
    return new TransferReport(
        kind, FilePath.of("/a.bin"), 2 << 20, Duration.ofSeconds(2), complete);
  }
}
