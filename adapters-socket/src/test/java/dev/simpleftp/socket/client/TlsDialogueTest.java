package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.EPSV;
import static dev.simpleftp.socket.client.Dialogues.FACTS;
import static dev.simpleftp.socket.client.Dialogues.QUIT;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.domain.WriteMode;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.tls.Authorities;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.ClientTls.Mode;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.TestCertificates;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client says and does when a server takes up TLS badly, or not at all.
class TlsDialogueTest {
  private static final String GREETING = "S: 220 ready\n";
  private static final String AUTH = "C: AUTH TLS\nS: 234 go\n";
  private static final String IN = FACTS.replace(GREETING, "");
  private static final String PROTECTED = "C: PBSZ 0\nS: 200 fine\nC: PROT P\nS: 200 fine\n";
  static final String LOGIN =
      GREETING + AUTH + "TLS\n" + IN.replace("S: 230 in\n", "S: 230 in\n" + PROTECTED);
  static final String RETR =
      """
      C: MLST /f
      S: 250-
      S:  type=file;size=5;modify=20260102030405; /f
      S: 250 End
      """
          + EPSV
          + "C: RETR /f\nS: 150 coming\n";

  private static final CertificateTrust KNOWN =
      CertificateTrust.only(Set.of(Fingerprint.of(TestCertificates.certificate())));

  private final List<String> notices = new ArrayList<>();
  private final Watchdog watchdog = new Watchdog();

  @AfterEach
  void closeWatchdog() {
    watchdog.close();
  }

  @Test
  void takesAFileThatEndsWithCloseNotify() throws Exception {
    try (var server =
        ScriptedServer.playing(
            LOGIN, RETR, "D: tls\nD: send hello\nD: close\nS: 226 done\n" + QUIT)) {
      FileStore store = open(server, Mode.REQUIRE);
      assertThat(get(store)).isEqualTo("hello");
      store.close();

      server.awaitEnd();
    }
  }

  @Test
  void takesNoFileThatIsCutOffWithoutCloseNotify() throws Exception {
    try (var server =
        ScriptedServer.playing(
            LOGIN, RETR, "D: tls\nD: send hello\nD: cut\nS: 226 done\n" + QUIT)) {
      FileStore store = open(server, Mode.REQUIRE);
      assertThatThrownBy(() -> get(store))
          .isInstanceOfSatisfying(
              ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isFalse())
          .hasMessageContaining("close_notify");
      store.close();

      server.awaitEnd();
    }
  }

  @Test
  void endsAnUploadWithCloseNotify() throws Exception {
    String ours = LOGIN.replace("S:  MLST", "S:  ATOMIC STOR APPE\nS:  MLST");
    try (var server =
        ScriptedServer.playing(
            ours, EPSV + "C: STOR /f\nS: 150 go\nD: tls\nD: receive\nS: 226 done\n" + QUIT)) {
      FileStore store = open(server, Mode.REQUIRE);
      try (Upload upload = store.upload(path("/f"), WriteMode.REPLACE)) {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        upload.transferFrom(
            Channels.newChannel(new ByteArrayInputStream(content)), ProgressListener.NONE);
        upload.commit(() -> true);
      }
      store.close();

      server.awaitEnd();
      assertThat(server.uploaded()).isEqualTo("content");
      assertThat(server.dataEnd()).isEqualTo("end");
    }
  }

  static List<CertificateTrust> whoExpectsTls() {
    return List.of(new TrustsAll(true), KNOWN);
  }

  @ParameterizedTest
  @MethodSource("whoExpectsTls")
  void namesNobodyWhereTlsIsExpectedAndNotOffered(CertificateTrust trust) throws Exception {
    try (var server = ScriptedServer.playing(GREETING + "C: AUTH TLS\nS: 502 What?\nSILENCE\n")) {
      ClientTls tls = tls(Mode.PREFER).trust(trust);
      assertThatThrownBy(() -> open(server, tls))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.UNSUPPORTED))
          .hasMessageContaining("was under TLS before")
          .hasMessageContaining("fingerprint");

      server.awaitEnd();
      assertThat(server.received()).containsExactly("AUTH TLS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"502 What?", "504 No TLS", "534 No", "530 Log in first", "200 Fine"})
  void namesNobodyWhereTlsIsRequiredAndRefused(String answer) throws Exception {
    try (var server =
        ScriptedServer.playing(GREETING + "C: AUTH TLS\nS: " + answer + "\nSILENCE\n")) {
      assertThatThrownBy(() -> open(server, Mode.REQUIRE))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.UNSUPPORTED))
          .hasMessageContaining("does not offer TLS")
          .hasMessageContaining(answer);

      server.awaitEnd();
      assertThat(server.received()).containsExactly("AUTH TLS");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"REQUIRE", "PREFER"})
  void believesNothingThatStandsBehindTheGoAhead(Mode mode) throws Exception {
    String feat = mode == Mode.PREFER ? "C: FEAT\nS: 500 what?\n" : "";
    try (var server =
        ScriptedServer.playing(
            GREETING + feat + "C: AUTH TLS\nRAW 234 go{nl}230 you are in{nl}\nSILENCE\n")) {
      assertThatThrownBy(() -> open(server, mode))
          .isInstanceOf(ConnectionFailed.class)
          .hasMessageContaining("in clear behind its answer");

      server.awaitEnd();
      assertThat(server.received()).last().isEqualTo("AUTH TLS");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "S: 211 none, false",
    "S: 211-Features{nl} AUTH SSL{nl}211 End, false",
    "S: 211-Features{nl} AUTH TLS{nl}211 End, true",
    "S: 211-Features{nl} AUTH SSL;TLS{nl}211 End, true",
    "S: 500 What?, true",
    "S: 530 Log in first, true"
  })
  void asksForTlsWhereItMayBeOffered(String features, boolean asks) throws Exception {
    String auth = asks ? "C: AUTH TLS\nS: 502 no\n" : "";
    try (var server =
        ScriptedServer.playing(GREETING + "C: FEAT\n" + features + "\n" + auth + IN + QUIT)) {
      FileStore store = open(server, Mode.PREFER);
      store.close();

      server.awaitEnd();
      assertThat(notices)
          .singleElement()
          .asString()
          .startsWith("/127.0.0.1 ")
          .contains("go in clear");
    }
  }

  @Test
  void doesNotFallBackWhenAPromisedTlsDoesNotComeAbout() throws Exception {
    try (var server =
        ScriptedServer.playing(
            GREETING + "C: FEAT\nS: 500 what?\n" + AUTH + "S: 220 this is no TLS\nSILENCE\n")) {
      assertThatThrownBy(() -> open(server, Mode.PREFER))
          .isInstanceOf(ConnectionFailed.class)
          .hasMessageContaining("TLS");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "530 Non-anonymous sessions must use encryption.",
        "550 SSL/TLS required on the control channel",
        "503 Use AUTH first.",
        "534 Policy requires SSL.",
        "421 Sorry, cleartext sessions are not accepted on this server."
      })
  void tellsTheRemedyWhereAServerWantsTls(String answer) throws Exception {
    try (var server = ScriptedServer.playing(GREETING + "C: USER u\nS: " + answer + "\n")) {
      assertThatThrownBy(() -> open(server, Mode.NONE))
          .hasMessageContaining("--tls=required")
          .hasMessageContaining(answer.substring(4));
    }
  }

  @Test
  void endsWhereFilesAreNotProtectedAndMustBe() throws Exception {
    try (var server =
        ScriptedServer.playing(
            LOGIN.replace("PROT P\nS: 200 fine", "PROT P\nS: 536 no\nSILENCE"))) {
      assertThatThrownBy(() -> open(server, Mode.REQUIRE))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("PROT P");
    }
  }

  @Test
  void movesFilesInClearWhereOnlyTheLoginIsProtected() throws Exception {
    String feat = GREETING + "C: FEAT\nS: 500 what?\n";
    try (var server =
        ScriptedServer.playing(
            LOGIN.replace(GREETING, feat).replace("PROT P\nS: 200 fine", "PROT P\nS: 536 no"),
            RETR + "D: send hello\nD: close\nS: 226 done\n" + QUIT)) {
      FileStore store = open(server, Mode.PREFER);
      assertThat(get(store)).isEqualTo("hello");
      assertThat(notices)
          .singleElement()
          .asString()
          .startsWith("/127.0.0.1 ")
          .contains("not protect files");
      var facts = store.capability(Capability.Facts.class).orElseThrow();
      assertThat(facts.isProtected()).isFalse();
      store.close();

      server.awaitEnd();
    }
  }

  @Test
  void refusesTheCertificateOfAnotherHost() throws Exception {
    var signedByItself = List.of(TestCertificates.certificateOfAnotherHost());
    var authorities = new Authorities(signedByItself);
    try (var server = ScriptedServer.playing(GREETING + AUTH + "FOREIGN-TLS\n")) {
      ClientTls tls = tls(Mode.REQUIRE).authorities(authorities);
      assertThatThrownBy(() -> open(server, tls))
          .isInstanceOf(ConnectionFailed.class)
          .hasMessageContaining("not for the host 127.0.0.1");
    }
  }

  @Test
  void namesAllThatIsWrongWithACertificate() throws Exception {
    try (var server = ScriptedServer.playing(GREETING + AUTH + "FOREIGN-TLS\n")) {
      assertThatThrownBy(() -> open(server, Mode.REQUIRE))
          .hasMessageContaining("it expired on ")
          .hasMessageContaining(" and it is self-signed and it is not for the host 127.0.0.1.");
    }
  }

  @Test
  void refusesAnotherCertificateOnADataConnection() throws Exception {
    try (var server =
            ScriptedServer.playing(LOGIN, RETR, "D: foreign-tls\nD: send hello\nD: close\n");
        FileStore store = open(server, Mode.REQUIRE)) {
      assertThatThrownBy(() -> get(store))
          .isInstanceOf(ConnectionFailed.class)
          .hasMessageContaining("certificate");
    }
  }

  private FileStore open(ScriptedServer server, Mode mode) throws IOException {
    return open(server, tls(mode));
  }

  private FileStore open(ScriptedServer server, ClientTls tls) throws IOException {
    var stores = new RemoteFileStores(Dialogues.PATIENT, Transcript.NONE, watchdog, tls);
    return stores.open(new Login("u", Secret.of("p")), server.peer()).store();
  }

  private ClientTls tls(Mode mode) {
    CertificateTrust trust = mode == Mode.PREFER ? new TrustsAll(false) : KNOWN;
    return ClientTls.of(mode, trust)
        .notices((address, notice) -> notices.add(address + " " + notice));
  }

  /// @param expectsTls of every server
  private record TrustsAll(boolean expectsTls) implements CertificateTrust {
    @Override
    public boolean trusts(Peer peer, Fingerprint fingerprint) {
      return true;
    }

    @Override
    public boolean knows(Peer peer) {
      return expectsTls;
    }

    @Override
    public void decide(Peer peer, UnverifiedCertificate certificate) {
      // Nothing is left to decide.
    }
  }

  private static String get(FileStore store) throws IOException {
    try (var download = store.download(path("/f"), 0)) {
      byte[] bytes = Channels.newInputStream(download).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
