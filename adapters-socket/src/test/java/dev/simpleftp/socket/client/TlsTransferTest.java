package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.EPSV;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.path;
import static dev.simpleftp.socket.client.TlsDialogueTest.LOGIN;
import static dev.simpleftp.socket.client.TlsDialogueTest.RETR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data connections that do not come under TLS, or do not come to an end with it.
class TlsTransferTest {
  private final Watchdog watchdog = new Watchdog();

  @AfterEach
  void closeWatchdog() {
    watchdog.close();
  }

  @Test
  void doesNotListenWithoutEndToAServerThatTookAFile() throws Exception {
    String ours = LOGIN.replace("S:  MLST", "S:  ATOMIC STOR APPE\nS:  MLST");
    var impatient =
        new ClientConfig(
            Dialogues.PATIENT.connect(),
            Dialogues.PATIENT.reply(),
            Dialogues.PATIENT.commit(),
            Dialogues.PATIENT.stall(),
            Duration.ofMillis(200));
    try (var server =
        ScriptedServer.playing(
            ours, EPSV + "C: STOR /f\nS: 150 go\nD: tls\nD: babble\nS: 226 done\n" + QUIT)) {
      FileStore store = open(server, impatient);
      try (Upload upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        upload.transferFrom(
            Channels.newChannel(new ByteArrayInputStream(new byte[5])), ProgressListener.NONE);
        upload.commit(() -> true);
      }
      store.close();

      server.awaitEnd();
    }
  }

  @Test
  void givesTheSessionUpWhereADataConnectionDoesNotComeUnderTls() throws Exception {
    try (var server =
            ScriptedServer.playing(LOGIN, RETR, "D: close\nS: 522 resume the session\nSILENCE\n");
        FileStore store = open(server, Dialogues.PATIENT)) {
      assertThatThrownBy(() -> get(store))
          .isInstanceOfSatisfying(
              ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isTrue())
          .hasMessageContaining("resume the session");

      server.awaitEnd();
    }
  }

  /// Under TLS 1.3 the client ends its handshake first; only then the server sees which session it
  /// is.
  @ParameterizedTest
  @ValueSource(strings = {"425", "426", "522"})
  void givesTheSessionUpWhereAServerRefusesBehindTheHandshakeWhatIsNotResumed(String code)
      throws Exception {
    String ours = LOGIN.replace("S:  MLST", "S:  ATOMIC STOR APPE\nS:  MLST");
    String refused = "D: another-tls\nS: " + code + " resume the session\nD: close\nSILENCE\n";
    try (var server = ScriptedServer.playing(ours, EPSV + "C: STOR /f\nS: 150 go\n" + refused);
        FileStore store = open(server, Dialogues.PATIENT);
        Upload upload = store.upload(path("/f"), WriteMode.REPLACE)) {
      assertThatThrownBy(() -> upload.commit(() -> true))
          .isInstanceOfSatisfying(
              ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isTrue())
          .hasMessageContaining("resume the session");

      server.awaitEnd();
    }
  }

  @Test
  void believesAServerThatRefusesTheTransferInsteadOfTakingUpTls() throws Exception {
    try (var server =
        ScriptedServer.playing(LOGIN, RETR, "D: close\nS: 550 No such file\n" + QUIT)) {
      FileStore store = open(server, Dialogues.PATIENT);
      assertThatThrownBy(() -> get(store))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_FOUND));
      store.close();

      server.awaitEnd();
    }
  }

  private FileStore open(ScriptedServer server, ClientConfig limits) throws IOException {
    var known = Set.of(Fingerprint.of(TestCertificates.certificate()));
    var tls = ClientTls.of(ClientTls.Mode.REQUIRE, CertificateTrust.only(known));
    var stores = new RemoteFileStores(limits, Transcript.NONE, watchdog, tls);
    return stores.open(new Login("u", Secret.of("p")), server.peer()).store();
  }

  private static byte[] get(FileStore store) throws IOException {
    try (var download = store.download(path("/f"), 0)) {
      return Channels.newInputStream(download).readAllBytes();
    }
  }
}
