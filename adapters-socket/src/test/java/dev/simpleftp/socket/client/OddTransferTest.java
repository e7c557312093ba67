package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.DECENT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Transfers with servers that do them oddly.
class OddTransferTest {
  private static final ClientConfig HASTY =
      new ClientConfig(
          Duration.ofMillis(400),
          Duration.ofMillis(600),
          Duration.ofMillis(600),
          Duration.ofMillis(600),
          Duration.ofMillis(600));

  private static final String FILE =
      """
      C: MLST
      S: 250-
      S:  type=file;size=5; f
      S: 250 End
      C: RETR
      S: 150 coming
      D: send hello
      D: close
      S: 226 done
      C: REST
      S: 350 so be it
      """;
  private static final String NO_EPSV = "C: EPSV\nS: 500 what\n";
  private static final String NO_FACTS = "C: FEAT\nS: 500 what\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C: RETR\nS: 125 now\nD: send hello\nD: close\nS: 250 done",
        "C: RETR\nS: 150 a\nS: 226 done\nD: send hello\nD: close",
        "C: RETR\nS: 226 done\nD: send hello\nD: close",
        "C: RETR\nS: 150 a\nS: 150 b\nD: send hello\nD: close\nS: 226 done",
        "C: RETR\nS: 150 a\nD: send hello\nD: finish\nD: await end\nS: 226 done",
        "C: RETR\nS: 150-a\nS: 226 b\nS: 150 c\nD: send hello\nD: close\nRAW 226 done{lf}",
        "C: EPSV\nD: listen\nS: 229 |||{p}|",
        "C: EPSV\nD: listen\nS: 229 (!!!{p}!)",
        "C: EPSV\nS: 522 no\nC: PASV\nD: listen\nS: 227 ({six})",
        "C: EPSV\nS: 229 (|||0|)\nC: PASV\nD: listen\nS: 227 at {six}",
        "C: EPSV\nD: listen\nD: unlisten\nS: 229 (|||{p}|)\nC: PASV\nD: listen\nS: 227 ={six}.",
        "C: MLST\nS: 502 no\nC: SIZE\nS: 213 5\nC: MDTM\nS: 213 20260102030405.123",
        "C: MLST\nS: 500 no\nC: SIZE\nS: 213 5\nC: MDTM\nS: 550 no"
      })
  void takesTheWholeFileAllTheSame(String oddity) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE, oddity)) {
      FileStore store = open(server).store();

      assertThat(get(store, 0)).isEqualTo("hello");
      assertThat(get(store, 0)).isEqualTo("hello");
      store.close();
      server.awaitEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C: MLST\nS: 250-\nS:  type=file; f\nS: 250 End",
        "C: MLST\nS: 502 no\nC: SIZE\nS: 502 no\nC: CWD /f\nS: 550 no\nC: CWD /\nS: 250 in\nC: LIST\nS: 150 a\nD: send J 7 11/21/26 04:15:00 *FILE f{nl}\nD: close\nS: 226 b"
      })
  void expectsNoEndOfAFileWhoseSizeNobodyKnows(String oddity) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE, oddity)) {
      FileStore store = open(server).store();

      assertThat(store.describe(path("/f")).sizeKnown()).isFalse();
      assertThat(get(store, 0)).isEqualTo("hello");
    }
  }

  @Test
  void connectsNowhereButToTheServer() throws Exception {
    String foreign = "C: PASV\nD: bait\nS: 227 ({foreign})\n";
    try (var server = ScriptedServer.answering(DECENT, FILE, NO_EPSV, foreign)) {
      FileStore store = open(server).store();

      assertThat(get(store, 0)).isEqualTo("hello");
      store.close();
      server.awaitEnd();
      assertThat(server.baitTaken()).isFalse();
    }
  }

  @Test
  void worksBehindAnAddressThatIsNotPublic() throws Exception {
    String hidden = "C: PASV\nD: listen\nS: 227 ({private})\n";
    try (var server = ScriptedServer.answering(DECENT, FILE, NO_EPSV, hidden)) {
      assertThat(get(open(server).store(), 0)).isEqualTo("hello");
    }
  }

  @Test
  void leavesAPortThatNeverAnswersForPasvAndRemembersIt() throws Exception {
    String choked = "C: EPSV\nD: listen\nD: choke\nS: 229 (|||{p}|)\n";
    String passive = "C: PASV\nD: listen\nS: 227 ({six})\n";
    try (var server = ScriptedServer.answering(DECENT, FILE, choked, passive)) {
      FileStore store = open(server, HASTY, Transcript.NONE).store();

      assertThat(get(store, 0)).isEqualTo("hello");
      assertThat(get(store, 0)).isEqualTo("hello");
      assertThat(fact(store, "data connections"))
          .isEqualTo("EPSV did not connect, so PASV is used.");
      store.close();
      server.awaitEnd();
      assertThat(server.received()).containsOnlyOnce("EPSV");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C: RETR|S: 150 a|D: send he|D: close|S: 226 done, The server ended the file 3 bytes early.",
    "C: RETR|S: 150 a|D: send he|D: close|S: 426 lost, The server broke off: lost",
    "C: RETR|S: 425 no way to you, The server broke off: no way to you",
    "C: RETR|S: 150 a|D: send he|D: reset|S: 426 lost, The server broke off: lost",
    "C: RETR|S: 150 a|D: send he|D: reset|S: 226 fine, The data connection broke",
    "C: RETR|S: 150 a|D: send he, Nothing moved on the data connection",
    "C: EPSV|S: 500|C: PASV|S: 425 none left, The server offers no passive data connection: 425"
  })
  void onlyTheTransferIsLost(String oddity, String sentence) throws Exception {
    String abort = "C: ABOR\nS: 426 stopped\nS: 226 aborted\n";
    String noop = "C: DELE\nS: 250 gone\n";
    try (var server =
        ScriptedServer.answering(DECENT, FILE, abort, noop, oddity.replace('|', '\n'))) {
      FileStore store = open(server, HASTY, Transcript.NONE).store();

      assertThatThrownBy(() -> get(store, 0))
          .isInstanceOfSatisfying(
              ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isFalse())
          .hasMessageStartingWith(sentence);
      store.removeFile(path("/f"));
      store.close();
      server.awaitEnd();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C: RETR|S: 150 a|D: send hello|D: close|S: 421 going down",
        "C: RETR|S: 150 a|D: send hello|D: close|X",
        "C: RETR|S: 150 a|D: send hello|D: close",
        "C: RETR|S: 150 a|D: send hello|D: close|S: what",
        "C: RETR|S: 150 a|X",
        "C: RETR|S: 421 going down",
        "C: EPSV|S: 421 going down",
        "C: EPSV|X",
        "C: MLST|S: 421 going down",
        "C: MLST|SILENCE"
      })
  void theSessionIsLost(String oddity) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE, oddity.replace('|', '\n'))) {
      FileStore store = open(server, HASTY, Transcript.NONE).store();

      assertThatThrownBy(() -> get(store, 0)).isInstanceOf(ConnectionFailed.class);
      assertThatThrownBy(() -> store.removeFile(path("/f")))
          .isInstanceOfSatisfying(
              ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isTrue());
      store.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S: 426 a|S: 226 b",
        "S: 226 a|S: 226 b",
        "S: 225 a",
        "S: 226 a",
        "S: 502 never heard of it|S: 426 gone"
      })
  void theSessionGoesOnHoweverAborIsAnswered(String answer) throws Exception {
    String abort = "C: ABOR\n" + answer.replace('|', '\n');
    String still = "C: RETR\nD: send h\nS: 150 coming\n";
    try (var server =
        ScriptedServer.answering(DECENT, FILE, still, abort, "C: DELE\nS: 250 right\n")) {
      FileStore store = open(server, HASTY, Transcript.NONE).store();
      store.download(path("/f"), 0).close();

      store.removeFile(path("/f"));
      store.close();
      server.awaitEnd();
    }
  }

  @Test
  void aServerThatNeverAnswersAborLosesItsSession() throws Exception {
    String still = "C: RETR\nS: 150 coming\nC: ABOR\nC: QUIT\n";
    try (var server = ScriptedServer.answering(DECENT, FILE, still)) {
      FileStore store = open(server, HASTY, Transcript.NONE).store();
      store.download(path("/f"), 0).close();

      assertThatThrownBy(() -> store.describe(path("/f")))
          .isInstanceOf(ConnectionFailed.class)
          .hasMessage("The connection to the server is closed; open it again.");
    }
  }

  @ParameterizedTest
  @CsvSource({"550 no REST here", "501 bad offset", "554 not from there"})
  void anOffsetThatIsRefusedAfterAllIsForgotten(String reply) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE, "C: RETR\nS: " + reply)) {
      FileStore store = open(server).store();

      assertThatThrownBy(() -> store.download(path("/f"), 3)).isInstanceOf(Refused.class);
      store.close();
      server.awaitEnd();
      assertThat(server.received()).containsSubsequence("REST 3", "RETR /f", "REST 0", "QUIT");
    }
  }

  @Test
  void anOffsetThatIsIgnoredIsNoticed() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE)) {
      FileStore store = open(server).store();

      assertThatThrownBy(() -> get(store, 3))
          .isInstanceOf(StoreFailure.class)
          .hasMessageStartingWith("The server sent more than the rest of the file");
    }
  }

  @Test
  void fallsBackToListAndRemembersIt() throws Exception {
    String list = "C: CWD\nS: 250 in\nC: LIST\nS: 150 a\nD: send LINE{nl}\nD: close\nS: 226 b\n";
    String line = "-rw-r--r-- 1 o g 7 Jan  1  2020 f";
    try (var server =
        ScriptedServer.answering(DECENT, "C: MLSD\nS: 500 no\n", list.replace("LINE", line))) {
      FileStore store = open(server).store();

      assertThat(names(store)).containsExactly("f");
      assertThat(names(store)).containsExactly("f");
      assertThat(fact(store, "listings")).startsWith("MLSD is refused, so LIST is read");
      store.close();
      server.awaitEnd();
      assertThat(server.received()).containsOnlyOnce("MLSD /d");
    }
  }

  @ParameterizedTest
  @CsvSource({"550 No files found.", "450 No such file or directory", "550 * not found"})
  void anEmptyDirectoryThatIsRefusedIsEmpty(String reply) throws Exception {
    try (var server =
        ScriptedServer.answering(DECENT, NO_FACTS, "C: CWD\nS: 250 in\nC: LIST\nS: " + reply)) {
      assertThat(names(open(server).store())).isEmpty();
    }
  }

  @Test
  void aDirectoryThatMayNotBeReadIsNotEmpty() throws Exception {
    try (var server =
        ScriptedServer.answering(
            DECENT, NO_FACTS, "C: CWD\nS: 250 in\nC: LIST\nS: 550 Permission denied\n")) {
      assertThatThrownBy(() -> names(open(server).store()))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.DENIED));
    }
  }

  @Test
  void namesThatAreNotUtf8GoThereAsTheyCame() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, NO_FACTS, "C: DELE\nS: 250 gone\n")) {
      FileStore store = open(server).store();
      store.removeFile(path("/f\u00FCr"));
      store.close();

      server.awaitEnd();
      assertThat(server.received()).contains("DELE /f\u00FCr");
    }
  }

  private static List<String> names(FileStore store) throws IOException {
    List<String> names = new ArrayList<>();
    try (var listing = store.list(path("/d"))) {
      listing.forEach(entry -> names.add(entry.name().text()));
    }
    return names;
  }

  private static String fact(FileStore store, String topic) throws IOException {
    return store.capability(Capability.Facts.class).orElseThrow().facts().stream()
        .filter(fact -> fact.topic().equals(topic))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static String get(FileStore store, long offset) throws IOException {
    var sink = new ByteArrayOutputStream();
    try (var download = store.download(path("/f"), offset)) {
      download.transferTo(Channels.newChannel(sink), ProgressListener.NONE);
    }
    return sink.toString(StandardCharsets.UTF_8);
  }
}
