package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.NO_FEATURES;
import static dev.simpleftp.socket.client.Dialogues.PATIENT;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.channel.Watchdog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private static final ClientConfig HASTY =
      new ClientConfig(
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofMillis(200));

  @Test
  void logsInPastAGreetingWhoseLinesLookLikeReplies() throws Exception {
    String greeting =
        """
        S: 120-wait
        S: 120 a moment
        S: 220-Welcome
        S: 230 logged in, not
        S: 220-
        S:  421 nor this
        S: 220 ready
        """;
    try (var server =
        ScriptedServer.playing(NO_FEATURES.replace("S: 220 ready\n", greeting), QUIT)) {
      open(server).store().close();

      server.awaitEnd();
    }
  }

  @Test
  void readsAHomeWithQuotesInItsName() throws Exception {
    String pwd = "S: 257 \"/a \"\"b\"\"/c\" is \"the\" directory";
    try (var server = ScriptedServer.playing(NO_FEATURES.replace("S: 257 \"/\"", pwd))) {
      assertThat(open(server).home()).isEqualTo(path("/a \"b\"/c"));
    }
  }

  @Test
  void saysSoWhenTheServerIsFull() throws Exception {
    try (var server = ScriptedServer.playing("S: 421 too many users")) {
      assertThatIOException()
          .isThrownBy(() -> open(server))
          .withMessage("The server closed the session: too many users");
    }
  }

  @Test
  void repeatsTheServersWordsWhenTheLoginIsRefused() throws Exception {
    try (var server =
        ScriptedServer.playing("S: 220 a\nC: USER u\nS: 331 b\nC: PASS p\nS: 530 Not you.")) {
      assertThatThrownBy(() -> open(server))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.LOGIN_DENIED))
          .hasMessage("Not you.");
    }
  }

  @Test
  void saysThatItHasNoAccountToOffer() throws Exception {
    try (var server = ScriptedServer.playing("S: 220 a\nC: USER u\nS: 332 account for login")) {
      assertThatThrownBy(() -> open(server))
          .isInstanceOf(Refused.class)
          .hasMessageStartingWith("The server wants an account (ACCT)");
    }
  }

  @Test
  void masksThePasswordInTheTranscript() throws Exception {
    List<String> lines = new ArrayList<>();
    var transcript =
        new Transcript() {
          @Override
          public void sent(String line) {
            lines.add("> " + line);
          }

          @Override
          public void received(String line) {
            lines.add("< " + line);
          }
        };
    try (var server = ScriptedServer.playing(NO_FEATURES)) {
      open(server, PATIENT, transcript);
    }

    assertThat(lines).startsWith("< 220 ready", "> USER u", "< 331 password", "> PASS ***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u\r\nDELE x", "u\nx", "u\rx", "u\0", "u\uD800"})
  void sendsNothingOfANameThatWouldBreakTheLine(String user) throws Exception {
    try (var server = ScriptedServer.playing("S: 220 ready\nC: \nX");
        var dog = new Watchdog()) {
      var stores = new RemoteFileStores(PATIENT, Transcript.NONE, dog);

      assertThatThrownBy(() -> stores.open(new Login(user, Secret.of("p")), server.peer()))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BAD_NAME));
      server.awaitEnd(); // The only line it got is the empty one of the closed connection
    }
  }

  @Test
  void givesUpOnAReplyWithoutEnd() throws Exception {
    try (var server = ScriptedServer.playing("S: 220 a\nC: USER u\nFLOOD")) {
      assertThatIOException()
          .isThrownBy(() -> open(server))
          .withMessageContaining("longer than 65536 characters");
      server.awaitEnd();
    }
  }

  @Test
  void givesUpOnALineWithoutEnd() throws Exception {
    try (var server = ScriptedServer.playing("S: 220 a\nC: USER u\nFLOOD LINE")) {
      assertThatIOException()
          .isThrownBy(() -> open(server))
          .withMessageContaining("longer than 16384 bytes");
      server.awaitEnd();
    }
  }

  @Test
  void givesUpOnASilentServer() throws Exception {
    try (var server = ScriptedServer.playing("S: 220 a\nC: USER u\nC: ")) {
      assertThatIOException()
          .isThrownBy(() -> open(server, HASTY, Transcript.NONE))
          .withMessageStartingWith("The server did not answer within");
    }
  }

  @Test
  void saysWhenAServerSpeaksSomethingElse() throws Exception {
    try (var server = ScriptedServer.playing("S: SSH-2.0-OpenSSH_9.2")) {
      assertThatIOException()
          .isThrownBy(() -> open(server))
          .withMessageEndingWith("does not speak FTP; is this the right port?");
    }
  }

  @Test
  void saysWhenNobodyListens() throws Exception {
    Peer peer = unusedPort();

    assertThatIOException()
        .isThrownBy(() -> connect(peer))
        .withMessage(
            "Nobody listens on %s (connection refused); is the server running?".formatted(peer));
  }

  @Test
  void saysWhenTheHostIsUnknown() {
    assertThatIOException()
        .isThrownBy(() -> connect(new Peer("no-such-host.invalid", 21)))
        .withMessage("The host 'no-such-host.invalid' is not known; is its name spelled right?");
  }

  @Test
  void aSessionClosedByTheServerInTheMiddleSaysWhy() throws Exception {
    try (var server =
        ScriptedServer.playing(NO_FEATURES, "C: DELE /x\nS: 421 idle for too long\nX")) {
      var store = open(server).store();

      assertThatIOException()
          .isThrownBy(() -> store.removeFile(path("/x")))
          .withMessage("The server closed the session: idle for too long");
      assertThatIOException()
          .isThrownBy(() -> store.removeFile(path("/x")))
          .withMessage("The connection to the server is closed; open it again.");
      store.close();
    }
  }

  @Test
  void leavesEvenWhenTheServerDoesNotSayGoodbye() throws Exception {
    try (var server = ScriptedServer.playing(NO_FEATURES, "C: QUIT\nC: ")) {
      open(server, HASTY, Transcript.NONE).store().close();

      server.awaitEnd();
    }
  }

  private static void connect(Peer peer) throws IOException {
    try (var dog = new Watchdog()) {
      new RemoteFileStores(PATIENT, Transcript.NONE, dog).open(Login.anonymous(), peer);
    }
  }

  private static Peer unusedPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Peer("127.0.0.1", socket.getLocalPort());
    }
  }
}
