package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.NO_FEATURES;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability.RawCommands;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawLineTest {

  @Test
  void sendsALineAndGivesTheReplyAsItCame() throws Exception {
    try (var server =
        ScriptedServer.playing(
            NO_FEATURES,
            "C: STAT /a b\nS: 150 wait\nS: 213-begin\nS:  middle\nS: 213 end\n",
            "C: noop\nS: 500 what?\n",
            QUIT)) {
      var store = open(server).store();

      assertThat(raw(store).send("STAT /a b")).containsExactly("213-begin", " middle", "213 end");
      assertThat(raw(store).send(" noop ")).containsExactly("500 what?");
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void sendsNothingThatWouldSpoilTheSession() throws Exception {
    List<String> spoiling =
        List.of(
            "QUIT",
            "user x",
            "PASS x",
            "PORT 1,2,3,4,5,6",
            "pasv",
            "EPSV",
            "RETR a",
            "STOR a",
            "ABOR",
            "REST 1",
            "TYPE A",
            "OPTS UTF8 OFF",
            "MLSD",
            "AUTH TLS",
            "ADAT x",
            "PBSZ 0",
            "prot C",
            "CCC",
            "MIC x",
            "CONF x",
            "ENC x");
    try (var server = ScriptedServer.playing(NO_FEATURES, QUIT)) {
      var store = open(server).store();

      assertThat(spoiling)
          .allSatisfy(line ->
              assertThatThrownBy(() -> raw(store).send(line))
                  .isInstanceOf(Refused.class)
                  .extracting(e -> ((Refused) e).refusal())
                  .isEqualTo(Refusal.UNSUPPORTED));
      assertThatThrownBy(() -> raw(store).send("STAT a\r\nDELE b")).isInstanceOf(Refused.class);
      store.close();
      server.awaitEnd();
    }
  }

  private static RawCommands raw(FileStore store) {
    return store.capability(RawCommands.class).orElseThrow();
  }
}
