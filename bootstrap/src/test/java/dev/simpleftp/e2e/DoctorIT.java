package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `simpleftp doctor` of the packaged program at servers that run.
class DoctorIT {
  private static final int PROBLEM = 1;

  @TempDir Path folder;
  @TempDir Path home;
  private Path remote;
  private OneCall call;

  @BeforeEach
  void begin() throws Exception {
    remote = Files.createDirectory(folder.resolve("remote"));
    Files.writeString(remote.resolve("a.txt"), "content");
    call = new OneCall(home, home);
  }

  @Test
  void findsNothingWrongWithOurServer() throws Exception {
    try (var server = Program.serve(remote)) {
      Child.Ended ended = call.run("doctor", "127.0.0.1:" + server.port());

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(ended.err()).isEmpty();
      assertThat(ended.out().lines().map(DoctorIT::head))
          .containsExactly(
              "ok IPv4",
              "ok greeting",
              "ok login",
              "ok system",
              "ok features",
              "ok UTF-8",
              "note TLS",
              "ok PASV",
              "ok EPSV",
              "ok listing",
              "ok SIZE",
              "ok MDTM",
              "ok times",
              "ok REST",
              "ok checksums",
              "ok set times",
              "ok uploads",
              "No problem was found.");
      assertThat(line(ended, "listing")).endsWith("MLSD with 1 entry");
    }
    assertThat(TestFiles.names(remote)).containsExactly("a.txt");
  }

  @Test
  void tellsWhatVsftpdLacks() throws Exception {
    try (var server = ForeignServer.VSFTPD.start(remote)) {
      Child.Ended ended = examine(server, server.password());

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(line(ended, "listing")).startsWith("note").contains("LIST with", "MLSD would");
      assertThat(line(ended, "times")).contains("to the minute at best, by LIST");
      assertThat(line(ended, "set times")).startsWith("ok").contains("by MDTM");
      assertThat(line(ended, "uploads")).startsWith("note").contains("half a file");
      assertThat(ended.out().lines()).endsWith("No problem was found.");
    }
  }

  @Test
  void advisesToSwitchOnEpsv() throws Exception {
    try (var server = Program.serve(remote, "--without-verbs", "EPSV")) {
      Child.Ended ended = call.run("doctor", "127.0.0.1:" + server.port());

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(line(ended, "EPSV"))
          .startsWith("note")
          .contains("refused: 502", "IPv6 needs EPSV; switch it on");
      assertThat(line(ended, "listing")).startsWith("ok");
    }
  }

  @Test
  void findsThatNoDataConnectionComesAbout() throws Exception {
    try (var server = Program.serve(remote, "--without-verbs", "EPSV,PASV")) {
      Child.Ended ended = call.run("doctor", "127.0.0.1:" + server.port());

      assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(PROBLEM);
      assertThat(line(ended, "EPSV")).startsWith("problem");
      assertThat(line(ended, "data")).startsWith("problem").contains("no data connection", " - ");
      assertThat(ended.out().lines()).endsWith("2 problems were found.");
    }
  }

  @Test
  void listsByListWhereMlsdIsOff() throws Exception {
    try (var server = Program.serve(remote, "--without-verbs", "MLSD")) {
      Child.Ended ended = call.run("doctor", "127.0.0.1:" + server.port());

      assertThat(ended.exitCode()).as(ended.toString()).isZero();
      assertThat(line(ended, "listing")).startsWith("note").contains("LIST with 1 entry");
      assertThat(line(ended, "times")).endsWith("of a single file to the second, by MDTM");
    }
  }

  @Test
  void endsWhereTheLoginIsRefused() throws Exception {
    try (var server = ForeignServer.VSFTPD.start(remote)) {
      Child.Ended ended = examine(server, "wrong");

      assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(PROBLEM);
      assertThat(ended.out().lines().map(DoctorIT::head))
          .containsExactly("ok IPv4", "ok greeting", "problem login", "1 problem was found.");
      assertThat(line(ended, "login"))
          .contains("530", "SIMPLEFTP_PASSWORD")
          .doesNotContain("wrong");
    }
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    int port = Program.freePort();

    Child.Ended ended = call.run("doctor", "127.0.0.1:" + port);

    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(PROBLEM);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().lines().map(DoctorIT::head))
        .containsExactly("problem IPv4", "1 problem was found.");
    assertThat(line(ended, "IPv4")).contains("Nobody listens on 127.0.0.1 port " + port);
  }

  private Child.Ended examine(LiveServer server, String password) throws Exception {
    return call.with("SIMPLEFTP_PASSWORD", password).run("doctor", server.url());
  }

  /// The line about this topic.
  private static String line(Child.Ended ended, String topic) {
    List<String> lines =
        ended.out().lines().filter(line -> head(line).matches("[a-z]+ " + topic)).toList();
    assertThat(lines).as(ended.out()).hasSize(1);
    return lines.getFirst();
  }

  /// How much it matters and what it is about; the sum at the end is left whole.
  private static String head(String line) {
    String[] columns = line.split(" {2,}", 3);
    return columns.length == 3 ? columns[0] + " " + columns[1] : line;
  }
}
