package dev.simpleftp.socket.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.Login;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Secret;
import dev.simpleftp.socket.tls.CertificateTrust;
import dev.simpleftp.socket.tls.ClientTls;
import dev.simpleftp.socket.tls.Fingerprint;
import dev.simpleftp.socket.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the doctor finds, and what it advises.
class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String HEALTHY =
      """
      S: 220 ready
      C: USER
      S: 331 password
      C: PASS
      S: 230 in
      C: SYST
      S: 215 UNIX Type: L8
      C: FEAT
      S: 211-Features:
      S:  UTF8
      S:  MLST type*;size*;modify*;
      S:  MFMT
      S:  HASH SHA-256*
      S:  ATOMIC STOR
      S: 211 End
      C: TYPE
      S: 200 binary
      C: PASV
      D: listen
      S: 227 Passive ({six})
      C: EPSV
      D: listen
      S: 229 Extended (|||{p}|)
      C: MLSD
      S: 150 listing
      D: send type=file;size=5;modify=20261121100000; f{nl}
      D: close
      S: 226 done
      C: PWD
      S: 257 "/"
      C: SIZE /f
      S: 213 5
      C: MDTM /f
      S: 213 20261121100000
      C: REST
      S: 350 so be it
      C: QUIT
      S: 221 bye
      """;

  @Test
  void findsNothingWrongWithAHealthyServer() throws Exception {
    List<Finding> findings = examined(HEALTHY);

    assertThat(findings).extracting(Finding::level).doesNotContain(Finding.Level.PROBLEM);
    assertThat(of(findings, "EPSV").text()).isEqualTo("connects");
    assertThat(of(findings, "PASV").text()).isEqualTo("connects");
    assertThat(of(findings, "listing").text()).isEqualTo("MLSD with 1 entry");
    assertThat(of(findings, "times").text()).isEqualTo("to the second, by MLSD");
    assertThat(of(findings, "set times").text()).isEqualTo("by MFMT");
    assertThat(of(findings, "TLS").level()).isEqualTo(Finding.Level.NOTE);
  }

  /// Port 1 of this machine, where nobody listens.
  @Test
  void seesThatEpsvIsBlockedAndGoesOnByPasv() throws Exception {
    List<Finding> findings = examined(HEALTHY, "C: EPSV\nS: 229 Extended (|||1|)\n");

    Finding blocked = of(findings, "EPSV");
    assertThat(blocked.level()).isEqualTo(Finding.Level.PROBLEM);
    assertThat(blocked.text()).startsWith("no connection to its port 1: ");
    assertThat(blocked.advice()).contains("hinders EPSV");
    assertThat(of(findings, "listing").text()).isEqualTo("MLSD with 1 entry");
  }

  @Test
  void seesThatNoDataConnectionComesAbout() throws Exception {
    List<Finding> findings =
        examined(HEALTHY, "C: EPSV\nS: 500 what?\n", "C: PASV\nS: 500 what?\n");

    assertThat(of(findings, "data").level()).isEqualTo(Finding.Level.PROBLEM);
    assertThat(of(findings, "data").advice()).contains("passive ports");
    assertThat(of(findings, "SIZE, MDTM").text()).isEqualTo("not tried: no file was listed");
    assertThat(findings).extracting(Finding::topic).doesNotContain("times");
  }

  @Test
  void tellsOfAnotherAddressInPasvAndDoesNotGoThere() throws Exception {
    var findings = new ArrayList<Finding>();
    try (var server =
        ScriptedServer.answering(HEALTHY, "C: PASV\nD: listen\nS: 227 Passive ({foreign})\n")) {
      examine(server.peer(), findings);
      server.awaitEnd();

      assertThat(server.baitTaken()).isFalse();
    }
    assertThat(findings)
        .filteredOn(finding -> finding.topic().equals("PASV"))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.NOTE, Finding.Level.OK);
    assertThat(of(findings, "PASV").text()).contains("but is reached at 127.0.0.1");
  }

  @Test
  void listsByListWhereThereIsNoMlsd() throws Exception {
    List<Finding> findings =
        examined(
            HEALTHY,
            "C: FEAT\nS: 500 what?\n",
            "C: LIST\nS: 150 a\nD: send -rw-r--r-- 1 o g 5 Nov 21 10:00 f{nl}\nD: close\nS: 226 b\n");

    assertThat(of(findings, "listing").text()).isEqualTo("LIST with 1 entry");
    assertThat(of(findings, "listing").advice()).contains("MLSD would");
    assertThat(of(findings, "features").text()).isEqualTo("FEAT is refused: 500 what?");
    assertThat(of(findings, "UTF-8").level()).isEqualTo(Finding.Level.NOTE);
    assertThat(of(findings, "times").text())
        .isEqualTo("to the minute at best, by LIST; of a single file to the second, by MDTM");
  }

  @Test
  void listsByListWhereMlsdIsOnlyAnnounced() throws Exception {
    List<Finding> findings =
        examined(
            HEALTHY,
            "C: MLSD\nS: 502 what?\n",
            "C: LIST\nS: 150 a\nD: send -rw-r--r-- 1 o g 5 Nov 21 10:00 f{nl}\nD: close\nS: 226 b\n");

    assertThat(of(findings, "MLSD").text()).isEqualTo("announced, but refused: 502 what?");
    assertThat(of(findings, "listing").text()).isEqualTo("LIST with 1 entry");
    assertThat(of(findings, "times").level()).isEqualTo(Finding.Level.NOTE);
    assertThat(findings).extracting(Finding::level).doesNotContain(Finding.Level.PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"could not set,OK", "could not get,NOTE"})
  void triesWhetherMdtmSetsTimes(String answer, Finding.Level level) throws Exception {
    List<Finding> findings =
        examined(
            HEALTHY,
            "C: FEAT\nS: 211-Features:\nS:  MLST modify*;\nS:  MDTM\nS: 211 End\n",
            "C: MDTM /no-such-file-to-set-a-time-of\nS: 550 could not get\n",
            "C: MDTM 19700101000000 /no-such-file-to-set-a-time-of\nS: 550 " + answer + "\n");

    assertThat(of(findings, "set times").level()).isEqualTo(level);
    assertThat(of(findings, "MDTM").text()).startsWith("told: ");
  }

  @Test
  void seesAClockThatIsAhead() throws Exception {
    List<Finding> findings = examined(HEALTHY, "C: MDTM\nS: 213 20261121130000\n");

    assertThat(of(findings, "clock").text())
        .isEqualTo("a file there is dated 60 minutes in the future");
  }

  @Test
  void seesASizeThatIsNotThatOfTheListing() throws Exception {
    assertThat(of(examined(HEALTHY, "C: SIZE\nS: 213 4\n"), "SIZE").level())
        .isEqualTo(Finding.Level.PROBLEM);
  }

  @Test
  void endsWhereTheLoginIsRefused() throws Exception {
    List<Finding> findings = examined(HEALTHY, "C: PASS\nS: 530 Login incorrect.\n");

    assertThat(findings.getLast().topic()).isEqualTo("login");
    assertThat(findings.getLast().level()).isEqualTo(Finding.Level.PROBLEM);
    assertThat(findings.getLast().text()).isEqualTo("u: 530 Login incorrect.");
  }

  @Test
  void endsWhereFilesAreNotProtectedAndMustBe() throws Exception {
    var findings = new ArrayList<Finding>();
    var known = Set.of(Fingerprint.of(TestCertificates.certificate()));
    var tls = ClientTls.of(ClientTls.Mode.REQUIRE, CertificateTrust.only(known));
    try (var server =
        ScriptedServer.answering(
            HEALTHY,
            "C: AUTH\nS: 234 go\nTLS\nC: PBSZ\nS: 200 fine\n",
            "C: PROT\nS: 536 not here\n")) {
      examine(server.peer(), tls, findings);
      server.awaitEnd();
    }

    assertThat(findings.getLast().topic()).isEqualTo("TLS");
    assertThat(findings.getLast().level()).isEqualTo(Finding.Level.PROBLEM);
    assertThat(findings.getLast().text()).contains("not the files (PROT P): 536 not here");
  }

  @Test
  void tellsOfAPortThatIsClosed() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var findings = new ArrayList<Finding>();

    examine(new Peer("127.0.0.1", port), findings);

    assertThat(findings)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.level()).isEqualTo(Finding.Level.PROBLEM);
          assertThat(finding.topic()).isEqualTo("IPv4");
        });
  }

  private static List<Finding> examined(String... answers) throws Exception {
    var findings = new ArrayList<Finding>();
    try (var server = ScriptedServer.answering(answers)) {
      examine(server.peer(), findings);
      server.awaitEnd();
    }
    return findings;
  }

  private static void examine(Peer peer, List<Finding> findings) throws IOException {
    examine(peer, ClientTls.NONE, findings);
  }

  private static void examine(Peer peer, ClientTls tls, List<Finding> findings) throws IOException {
    var doctor = new Doctor(Dialogues.PATIENT, Transcript.NONE, InstantSource.fixed(NOW), tls);
    doctor.examine(peer, new Login("u", Secret.of("p")), findings::add);
  }

  private static Finding of(List<Finding> findings, String topic) {
    return findings.stream()
        .filter(finding -> finding.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }
}
