package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.DECENT;
import static dev.simpleftp.socket.client.Dialogues.PATIENT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Capability.Facts.Fact;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.FileStores.Access;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Odd beginnings of sessions. `G:` says what comes instead of the greeting.
class GreetingTest {
  private static final ClientConfig QUICK_TO_CONNECT =
      new ClientConfig(
          Duration.ofMillis(300),
          PATIENT.reply(),
          PATIENT.commit(),
          PATIENT.stall(),
          PATIENT.settle());

  private static final String SYSTEM = "C: SYST\nS: 215 UNIX\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G: S: 120 wait / S: 220 ready",
        "G: S: 220 one / S: 220 two / S: 220 three",
        "G: S: 220-hi / S: 230 in / S: 331 pass / S:  220 x / S: 220-y / S: 220 ready",
        "G: RAW 220-a{lf}220 ready{lf}",
        "G: RAW 220-a{cr}220 ready{cr}",
        "G: RAW 220 ready{cr}{nl}",
        "G: RAW 220{nul} re{nul}ady{nl}",
        "G: RAW {nl}220 ready{nl}",
        "C: USER\nS: 230 no password needed",
        "C: USER\nS: 331-say\nS: 331",
        "C: PASS\nS: 202 superfluous",
        "C: FEAT\nS: 500 what",
        "C: FEAT\nS: 211 none",
        "C: FEAT\nS: 211-\nS: \u00FF\uFFFD;;;\nS: HASH *;;\nS:  \nS: 211 x",
        "C: FEAT\nS: 211-x\nS:  UTF8\nS: 211 x\nC: OPTS\nS: 504 always",
        "C: TYPE I\nS: 504 no\nC: TYPE L 8\nS: 200 fine",
        "C: PWD\nS: 550 no idea"
      })
  void logsInAllTheSame(String oddity) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, SYSTEM, oddity)) {
      Access access = open(server);

      assertThat(access.home()).isEqualTo(path("/"));
      assertThat(facts(access.store()))
          .as("the answer to SYST, and not to a command before it")
          .contains(new Fact("system", "UNIX"));
      access.store().close();
      server.awaitEnd();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "257 /home/u is current, /home/u",
        "257 \"/a \"\"b\"\"\" , /a \"b\"",
        "257 \"\\pub\\x\", /pub/x",
        "257 \"C:\\pub\", /C:/pub",
        "257 \"DISK:[USER]\", /",
        "257 , /"
      })
  void readsTheHomeInEveryForm(String pwd, String home) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, "C: PWD\nS: " + pwd)) {
      assertThat(open(server).home()).isEqualTo(path(home));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C: USER, 530 Go away., LOGIN_DENIED, Go away.",
    "C: PASS, 530 Go away., LOGIN_DENIED, Go away.",
    "C: PASS, 430 Wrong., LOGIN_DENIED, Wrong.",
    "C: PASS, 332 Account?, LOGIN_DENIED, The server wants an account (ACCT)",
    "C: USER, 332 Account?, LOGIN_DENIED, The server wants an account (ACCT)",
    "C: USER, 500 What?, UNSUPPORTED, The server does not take this way to log in",
    "C: USER, 502 No., UNSUPPORTED, The server does not take this way to log in",
    "C: TYPE, 504 No., UNSUPPORTED, The server does not transfer files unchanged: 504 No.",
    "C: PASS, 421 Too many failed logins., BANNED, Too many failed logins."
  })
  void tellsTheRightRefusal(String command, String reply, Refusal refusal, String sentence)
      throws Exception {
    try (var server = ScriptedServer.answering(DECENT, command + "\nS: " + reply)) {
      assertThatThrownBy(() -> open(server))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal))
          .hasMessageStartingWith(sentence);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "G: S: 421 Full., The server closed the session: Full.",
    "C: USER, The server closed the session: Full.",
    "C: PASS, The server closed the session: Full.",
    "C: FEAT, The server closed the session: Full.",
    "C: TYPE, The server closed the session: Full.",
    "C: PWD, The server closed the session: Full."
  })
  void aServerThatClosesAtAnyTimeIsALostSession(String where, String sentence) throws Exception {
    String oddity = where.startsWith("G:") ? where : where + "\nS: 421 Full.";
    try (var server = ScriptedServer.answering(DECENT, oddity)) {
      assertLost(server, PATIENT, sentence);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G: X",
        "G: RAW 22",
        "G: RAW 220-and then nothing{nl}",
        "G: RAW {64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{64k}{nl}",
        "G: FLOOD",
        "G: FLOOD LINE",
        "G: S: SSH-2.0-x",
        "G: S: 999 x",
        "G: S: 431 not now",
        "C: PASS\nS: 451 not now",
        "C: USER\nX",
        "C: PASS\nRAW 230-{64k}{nl}230 in{nl}"
      })
  void givesUpSoonOnAServerThatDoesNotGreet(String oddity) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, oddity)) {
      assertLost(server, QUICK_TO_CONNECT, "");
    }
  }

  @Test
  void aServerThatClosesWithoutGoodbyeIsLeftInPeace() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, "C: QUIT\nX")) {
      open(server).store().close();

      server.awaitEnd();
    }
  }

  private static List<Fact> facts(FileStore store) throws IOException {
    return store.capability(Capability.Facts.class).orElseThrow().facts();
  }

  private static void assertLost(ScriptedServer server, ClientConfig limits, String sentence) {
    assertThatThrownBy(() -> open(server, limits, Transcript.NONE))
        .isInstanceOfSatisfying(ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isTrue())
        .hasMessageStartingWith(sentence);
  }
}
