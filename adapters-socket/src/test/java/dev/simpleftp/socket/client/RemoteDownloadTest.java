package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.EPSV;
import static dev.simpleftp.socket.client.Dialogues.FACTS;
import static dev.simpleftp.socket.client.Dialogues.NO_FEATURES;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemoteDownloadTest {
  private static final String MLST =
      """
      C: MLST /f
      S: 250-
      S:  type=file;size=5;modify=20260102030405; /f
      S: 250 End
      """;
  private static final String RETR =
      """
      C: RETR /f
      S: 150 coming
      """;
  private static final String DATA = "D: send hello\nD: close\n";
  private static final String FINE = "S: 226 done\n";

  @Test
  void takesTheWholeFile() throws Exception {
    assertThat(get(FACTS, MLST, EPSV, RETR, DATA, FINE, QUIT)).isEqualTo("hello");
  }

  @Test
  void fallsBackToPasvAndRemembersIt() throws Exception {
    String pasv = "C: PASV\nD: listen\nS: 227 Passive ({six})\n";
    try (var server =
        ScriptedServer.playing(
            FACTS,
            MLST + "C: EPSV\nS: 500 what?\n" + pasv + RETR + DATA + FINE,
            MLST + pasv + RETR + DATA + FINE)) {
      var store = open(server).store();

      assertThat(get(store)).isEqualTo("hello");
      assertThat(get(store)).isEqualTo("hello");
    }
  }

  @Test
  void fallsBackToPasvWhenThePortOfEpsvIsClosed() throws Exception {
    String closed = "D: listen\nC: EPSV\nD: unlisten\nS: 229 Extended (|||{p}|)\n";

    assertThat(
            get(
                FACTS,
                MLST + closed,
                "D: listen\nC: PASV\nS: 227 Passive {six}\n",
                RETR + DATA + FINE + QUIT))
        .isEqualTo("hello");
  }

  @Test
  void ignoresAForeignAddressIn227() throws Exception {
    String pasv = "C: EPSV\nS: 502 no\nD: listen\nC: PASV\nS: 227 Passive ({foreign})\n";

    assertThat(get(FACTS, MLST, pasv, RETR, DATA, FINE, QUIT)).isEqualTo("hello");
  }

  @Test
  void saysWhyThereIsNoDataConnection() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS, MLST, "C: EPSV\nS: 502 no\nC: PASV\nS: 425 no port left", QUIT)) {
      var store = open(server).store();

      assertThatIOException()
          .isThrownBy(() -> store.download(path("/f"), 0))
          .withMessage("The server offers no passive data connection: 425 no port left");
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void livesWithAVerdictThatComesBeforeTheData() throws Exception {
    assertThat(get(FACTS, MLST, EPSV, RETR, FINE, DATA, QUIT)).isEqualTo("hello");
    assertThat(get(FACTS, MLST, EPSV, "C: RETR /f\nS: 226 all at once\n", DATA, QUIT))
        .isEqualTo("hello");
  }

  @Test
  void closesItsEndBeforeItWaitsForTheVerdict() throws Exception {
    assertThat(
            get(
                FACTS,
                MLST + EPSV + RETR,
                "D: send hello\nD: finish\nD: await end\n" + FINE + QUIT))
        .isEqualTo("hello");
  }

  @Test
  void aTruncatedTransferFailsInTheServersWords() throws Exception {
    for (String verdict : new String[] {"426 lost it", "451 lost it"}) {
      assertThatThrownBy(
              () -> get(FACTS, MLST, EPSV, RETR, "D: send he\nD: close\nS: " + verdict, QUIT))
          .hasMessageEndingWith("lost it");
    }
  }

  @Test
  void aGoodVerdictOnTooFewBytesIsAFailure() throws Exception {
    assertThatThrownBy(() -> get(FACTS, MLST, EPSV, RETR, "D: send he\nD: close\n", FINE, QUIT))
        .isInstanceOfSatisfying(
            ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isFalse())
        .hasMessage("The server ended the file 3 bytes early.");
  }

  @Test
  void aResetDataConnectionIsNoEndOfTheFile() throws Exception {
    String reset = "D: send hello\nD: reset\nS: 426 gone\n";

    assertThatIOException()
        .isThrownBy(() -> get(FACTS, MLST, EPSV, RETR, reset, QUIT))
        .withMessage("The server broke off: gone");
  }

  @Test
  void asksForTheRestOfTheFile() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS,
            MLST,
            EPSV,
            "C: REST 3\nS: 350 from 3\n",
            RETR,
            "D: send lo\nD: close\n",
            FINE)) {
      var sink = new ByteArrayOutputStream();
      try (var download = open(server).store().download(path("/f"), 3)) {
        assertThat(download.entry().size()).isEqualTo(5);
        download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
      }

      assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("lo");
      server.awaitEnd();
    }
  }

  @Test
  void refusesAnOffsetBeyondTheEndWithoutAsking() throws Exception {
    try (var server = ScriptedServer.playing(FACTS, MLST, QUIT)) {
      var store = open(server).store();

      assertThatThrownBy(() -> store.download(path("/f"), 6))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OFFSET_BEYOND_END));
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void aSinkThatPausesIsNoStall() throws Exception {
    var second = Duration.ofSeconds(1);
    var patient = Duration.ofSeconds(10);
    var limits = new ClientConfig(patient, patient, patient, second, patient);
    try (var server = ScriptedServer.playing(FACTS, MLST, EPSV, RETR, DATA, FINE, QUIT)) {
      var store = open(server, limits, Transcript.NONE).store();
      var first = ByteBuffer.allocate(2);
      var sink = new ByteArrayOutputStream();
      try (var download = store.download(path("/f"), 0)) {
        assertThat(download.read(first)).isEqualTo(2);
        Dialogues.outlast(second);
        download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
      }

      assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("llo");
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void standsByASizeOnlyIfTheServerToldIt() throws Exception {
    String unsized = MLST.replace("size=5;", "");
    assertThat(unsized).isNotEqualTo(MLST);

    assertThat(isSizePromised(MLST)).isTrue();
    assertThat(isSizePromised(unsized)).isFalse();
  }

  private static boolean isSizePromised(String described) throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS, described, EPSV, RETR, "D: await end\nS: 426 you left\n", QUIT)) {
      var store = open(server).store();
      try (var download = store.download(path("/f"), 0)) {
        return download.isSizePromised();
      } finally {
        store.close();
        server.awaitEnd();
      }
    }
  }

  @Test
  void learnsTheSizeWithoutMlst() throws Exception {
    String size = "C: SIZE /f\nS: 213 5\nC: MDTM /f\nS: 213 20260102030405\n";

    assertThat(get(NO_FEATURES, size, EPSV, RETR, DATA, FINE, QUIT)).isEqualTo("hello");
  }

  @Test
  void theSessionGoesOnAfterADownloadThatWasGivenUp() throws Exception {
    try (var server =
        ScriptedServer.playing(
            FACTS, MLST, EPSV, RETR, "D: send he\nD: await end\nS: 426 you left\n", QUIT)) {
      var store = open(server).store();
      try (var download = store.download(path("/f"), 0)) {
        assertThat(download.read(ByteBuffer.allocate(2))).isPositive();
        assertThatThrownBy(() -> store.describe(path("/f")))
            .isInstanceOfSatisfying(
                Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.BUSY));
      }

      store.close();
      server.awaitEnd();
      assertThat(server.dataEnd()).isEqualTo("reset");
    }
  }

  @Test
  void asksWithAborWhenTheServerDoesNotNotice() throws Exception {
    for (String words :
        new String[] {
          "S: 426 stopped\nS: 226 aborted\n", "S: 225 nothing to stop\nC: PWD\nS: 257 \"/\"\n"
        }) {
      try (var server =
          ScriptedServer.playing(FACTS, MLST, EPSV, RETR, "D: await end\nC: ABOR\n", words, QUIT)) {
        var store = open(server).store();
        store.download(path("/f"), 0).close();

        store.close();
        server.awaitEnd();
      }
    }
  }

  @Test
  void asksWithAborLongBeforeItsPatienceEnds() throws Exception {
    var slow = Duration.ofMinutes(1); // Far longer than the script waits
    var limits = new ClientConfig(slow, slow, slow, slow, slow);
    String words = "S: 426 stopped\nS: 226 aborted\n";
    try (var server =
        ScriptedServer.playing(FACTS, MLST, EPSV, RETR, "D: await end\nC: ABOR\n", words, QUIT)) {
      var store = open(server, limits, Transcript.NONE).store();
      store.download(path("/f"), 0).close();

      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void theSessionGoesOnAfterAnInterrupt() throws Exception {
    try (var server =
        ScriptedServer.playing(FACTS, MLST, EPSV, RETR, "D: await end\nS: 426 you left\n", QUIT)) {
      var store = open(server).store();
      try (var download = store.download(path("/f"), 0)) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> download.read(ByteBuffer.allocate(9)))
            .isInstanceOf(ClosedByInterruptException.class);
      }
      assertThat(Thread.interrupted()).isTrue();

      store.close();
      server.awaitEnd();
    }
  }

  private static String get(String... script) throws Exception {
    try (var server = ScriptedServer.playing(script)) {
      var store = open(server).store();
      try {
        return get(store);
      } finally {
        store.close();
        server.awaitEnd();
      }
    }
  }

  private static String get(FileStore store) throws IOException {
    var sink = new ByteArrayOutputStream();
    try (var download = store.download(path("/f"), 0)) {
      download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
      assertThat(download.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    return sink.toString(StandardCharsets.UTF_8);
  }
}
