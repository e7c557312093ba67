package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times at servers whose features do not tell whether they set them.
class RemoteTimesTest {
  private static final String BARE = Dialogues.withFeatures("MDTM");
  private static final String PROBE =
      """
      C: MDTM /no-such-file-to-set-a-time-of
      S: 550 Could not get file modification time.
      C: MDTM 19700101000000 /no-such-file-to-set-a-time-of
      S: 550 Could not set file modification time.
      """;
  private static final Instant THEN = Instant.parse("2001-02-03T04:05:06Z");
  private static final String SET = "C: MDTM 20010203040506 /f\n";

  @Test
  void setsTimesWhereTheServerTellsTheTwoFormsApart() throws Exception {
    try (var server =
        ScriptedServer.playing(
            BARE,
            PROBE,
            SET + "S: 213 File modification time set.\n",
            SET + "S: 213 set\n",
            QUIT)) {
      var store = open(server).store();
      for (int i = 0; i < 2; i++) {
        store.capability(Capability.Timestamps.class).orElseThrow().modify(path("/f"), THEN);
      }
      store.close();
      server.awaitEnd();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "550 no,550 no",
    "550 /no-such-file-to-set-a-time-of: none,550 19700101000000 /no-such-file-to-set-a-time-of: none",
    "550 no,501 one argument",
    "550 no,213 20200102030405",
    "500 what?,550 no"
  })
  void doesNotOfferWhatMayBeTakenForAName(String read, String set) throws Exception {
    String probe =
        PROBE
            .replace("550 Could not get file modification time.", read)
            .replace("550 Could not set file modification time.", set);
    try (var server = ScriptedServer.playing(BARE, probe, QUIT)) {
      var store = open(server).store();

      assertThat(store.capability(Capability.Timestamps.class)).isEqualTo(Optional.empty());
      assertThat(store.capability(Capability.Timestamps.class)).isEqualTo(Optional.empty());
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void seesThatItWasToldTheTimeOfAnotherFile() throws Exception {
    try (var server = ScriptedServer.playing(BARE, PROBE, SET + "S: 213 20200102030405\n", QUIT)) {
      var store = open(server).store();
      var times = store.capability(Capability.Timestamps.class).orElseThrow();

      assertThatThrownBy(() -> times.modify(path("/f"), THEN))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.UNSUPPORTED));
      store.close();
      server.awaitEnd();
    }
  }
}
