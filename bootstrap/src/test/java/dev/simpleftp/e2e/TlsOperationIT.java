package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.bootstrap.tls.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a server under TLS is run: what it demands of clients, and where its certificate comes from.
@SuppressWarnings("NullAway.Init") // made before each test
class TlsOperationIT {
  private static final int UPLOADS = 25;
  private static final int BAD_USAGE = 2;
  private static final int LOGIN_DENIED = 67;

  @TempDir Path folder;
  private Path root;
  private ServerKeys keys;

  @BeforeAll
  static void requireClients() throws Exception {
    Tools.requireTool("curl");
    Tools.requirePythonModule("ftplib");
  }

  @BeforeEach
  void makeKeys() throws IOException {
    root = Files.createDirectory(folder.resolve("root"));
    Files.writeString(root.resolve("a"), "content");
    keys = ServerKeys.in(folder);
  }

  @Test
  void refusesLoginsInClearWhereTlsIsRequired() throws Exception {
    try (var server = serve("--tls", "required")) {
      assertThat(curl(server, "--ssl-reqd").out()).isEqualTo("content");
      assertThat(curl(server).exitCode()).isEqualTo(LOGIN_DENIED);
      assertThatThrownBy(() -> new RawFtp(server.port())).hasMessageContaining("530");
    }
  }

  @Test
  void letsClientsChooseWhereTlsIsOptional() throws Exception {
    try (var server = serve()) {
      assertThat(curl(server).out()).isEqualTo("content");
      assertThat(curl(server, "--ssl-reqd").out()).isEqualTo("content");
    }
  }

  @Test
  void f38ShowsARenewedCertificateToNewSessionsAndKeepsTheOldOnes() throws Exception {
    try (var server = serve()) {
      FtpsVisitor open = login(server);
      Certificate renewed = keys.renew().certificate();
      server.child().signal("HUP");
      server.child().awaitSaying("Reloaded: tls-cert");

      FtpsVisitor fresh = login(server);

      assertThat(fresh.shown()).isEqualTo(renewed);
      assertThat(open.shown()).isNotEqualTo(renewed);
      assertThat(open.storeFile("old", new ByteArrayInputStream(new byte[3]))).isTrue();
      assertThat(fresh.storeFile("new", new ByteArrayInputStream(new byte[3]))).isTrue();
      open.disconnect();
      fresh.disconnect();
    }
    assertThat(root.resolve("old")).hasSize(3);
    assertThat(root.resolve("new")).hasSize(3);
  }

  @Test
  void takesARenewedCertificateOverByItself() throws Exception {
    try (var server = serve()) {
      Certificate renewed = keys.renew().certificate();
      server.child().awaitSaying("Reloaded: tls-cert");

      FtpsVisitor fresh = login(server);

      assertThat(fresh.shown()).isEqualTo(renewed);
      fresh.disconnect();
    }
  }

  @Test
  void f38KeepsItsCertificateWhenTheNewOneIsBadAndSaysSo() throws Exception {
    try (var server = serve()) {
      FtpsVisitor before = login(server);
      Files.writeString(keys.certificate(), "nothing\n");
      server
          .child()
          .awaitSaying("nothing was reloaded, the old settings stay: There is no certificate in");

      FtpsVisitor after = login(server);

      assertThat(after.shown()).isEqualTo(before.shown());
      before.disconnect();
      after.disconnect();
    }
  }

  /// A client of the JDK uses each ticket of TLS 1.3 once, and uploads bring no new ones.
  @Test
  void losesNoFileOfOurClientThatMustResumeTheSession() throws Exception {
    String[] words = new String[UPLOADS + 4];
    words[0] = "put";
    words[1] = "--ca";
    words[2] = keys.certificate().toString();
    for (int i = 0; i < UPLOADS; i++) {
      words[i + 3] = "up" + i;
      TestFiles.write(folder.resolve("up" + i), 1000 + i, i);
    }
    try (var server = serve("--tls-data-session", "require")) {
      words[UPLOADS + 3] = server.url("");

      var put = new OneCall(folder, folder.resolve("home")).run(words);

      assertThat(put.exitCode()).as(put.toString()).isZero();
      server.child().awaitSaying("does not resume the TLS session");
    }
    for (int i = 0; i < UPLOADS; i++) {
      assertThat(root.resolve("up" + i)).hasSameBinaryContentAs(folder.resolve("up" + i));
    }
  }

  /// Python does not resume TLS sessions, curl does.
  @Test
  void tellsWhatAClientLacksThatDoesNotResumeTheSession() throws Exception {
    try (var server = serve("--tls-data-session", "require")) {
      for (String version : List.of("1.2", "1.3")) {
        var curl = curl(server, "--ssl-reqd", "--tlsv" + version, "--tls-max", version);
        assertThat(curl.out()).as(curl.toString()).isEqualTo("content");
      }

      String script = Tools.script("ftps_checks.py");
      String port = String.valueOf(server.port());
      String certificate = keys.certificate().toString();
      var python = Tools.run(folder, Tools.PYTHON, script, port, certificate, "1.3");

      assertThat(python.exitCode()).isNotZero();
      server.child().awaitSaying("switch session reuse on in the client");
      server.child().awaitSaying("--tls-data-session prefer");
    }
  }

  @Test
  void letsInOnlyClientsWithACertificateWhereThatIsNeeded() throws Exception {
    KeyPair pair = TestKeys.pair("EC");
    String issuer =
        TestKeys.write(folder.resolve("client.pem"), TestKeys.certificate(pair, "bob")).toString();
    String key =
        TestKeys.write(folder.resolve("client-key.pem"), TestKeys.pkcs8(pair.getPrivate()))
            .toString();
    try (var server = serve("--tls-client-auth", "need", "--tls-client-ca", issuer)) {
      for (String version : List.of("1.2", "1.3")) {
        List<String> options = List.of("--ssl-reqd", "--tlsv" + version, "--tls-max", version);
        List<String> withKey = new ArrayList<>(options);
        withKey.addAll(List.of("--cert", issuer, "--key", key));
        var known = curl(server, withKey.toArray(String[]::new));
        assertThat(known.out()).as(known.toString()).isEqualTo("content");
        assertThat(curl(server, options.toArray(String[]::new)).exitCode()).isNotZero();
      }
      server.child().awaitSaying("the client shows no certificate");
    }
  }

  @Test
  void letsInTheUserOfACertificateWithoutAPassword() throws Exception {
    Path users = folder.resolve("users");
    Program.addUser(users, "bob", "secret");
    Program.addUser(users, "carol", "secret");
    KeyPair pair = TestKeys.pair("EC");
    Path shown = folder.resolve("client.pem");
    TestKeys.write(shown, TestKeys.certificate(pair, "bob"), TestKeys.pkcs8(pair.getPrivate()));
    String file = shown.toString();
    try (var server =
        serve(
            "--users",
            users.toString(),
            "--tls-client-auth",
            "want",
            "--tls-client-ca",
            file,
            "--tls-client-login")) {
      var bob = curl(server, "--ssl-reqd", "--cert", file, "--user", "bob:wrong");
      var carol = curl(server, "--ssl-reqd", "--cert", file, "--user", "carol:wrong");
      var nobody = curl(server, "--ssl-reqd", "--user", "bob:wrong");

      assertThat(bob.out()).as(bob.toString()).isEqualTo("content");
      assertThat(carol.exitCode()).as(carol.toString()).isEqualTo(67);
      assertThat(nobody.exitCode()).as(nobody.toString()).isEqualTo(67);
    }
  }

  @Test
  void showsTheSameCertificateOfItsOwnAtEachStart() throws Exception {
    String first = fingerprintOfOwn();

    assertThat(fingerprintOfOwn()).isEqualTo(first).hasSize(95);
  }

  @Test
  void saysWhatIsWrongWithItsCertificate() throws Exception {
    TestKeys.write(keys.key(), TestKeys.pkcs8(TestKeys.pair("EC").getPrivate(), "secret"));
    assertRefused("is encrypted and there is no password");
    assertRefused("does not exist", "--tls-password-file", folder.resolve("missing").toString());
    Files.writeString(folder.resolve("password"), "other\n");
    assertRefused("does not open", "--tls-password-file", folder.resolve("password").toString());
    Files.writeString(folder.resolve("password"), "secret\n");
    assertRefused("does not belong", "--tls-password-file", folder.resolve("password").toString());
  }

  @Test
  void warnsOfAKeyThatOthersMayRead() throws Exception {
    Files.setPosixFilePermissions(keys.key(), PosixFilePermissions.fromString("rw-r--r--"));

    List<String> arguments = new ArrayList<>(List.of("server", "--memory", "--port", "0"));
    arguments.addAll(List.of(withKeys("--quiet")));
    try (Child server = Program.start(List.of(), folder, arguments.toArray(String[]::new))) {
      server.awaitSaying("warning: others may read " + keys.key());
    }
  }

  @Test
  void keepsACertificateOfItsOwnAtAReloadAlsoInItsLastDays() throws Exception {
    Path users = folder.resolve("users");
    Program.addUser(users, "alice", "secret");
    Path own = folder.resolve("simpleftp/tls-key-and-certificate.pem");
    int port = Program.freePort();
    String[] options = {"--users", users.toString(), "--anonymous", "read"};
    try (Child child = startWithOwn(port, options);
        var server = new Program.Served(child, port)) {
      FtpsVisitor before = login(server);
      KeyPair pair = TestKeys.pair("EC");
      Instant soon = Instant.now().plus(Duration.ofDays(10));
      TestKeys.write(
          own, TestKeys.pkcs8(pair.getPrivate()), TestKeys.certificate(pair, "own", soon));
      byte[] endsSoon = Files.readAllBytes(own);

      child.signal("HUP");
      child.awaitSaying("Reloaded");

      assertThat(child.said("Reloaded: users")).isEqualTo(1);
      assertThat(child.said("tls-cert")).isZero();
      FtpsVisitor after = login(server);
      assertThat(after.shown()).isEqualTo(before.shown());
      assertThat(own).hasBinaryContent(endsSoon);
      before.disconnect();
      after.disconnect();
    }
  }

  @Test
  void tellsAClientThatAsksForAnotherProtocolWhatToDo() throws Exception {
    Tools.requireTool("openssl");
    try (var server = serve()) {
      String address = "127.0.0.1:" + server.port();

      var ended =
          Tools.run(
              folder,
              "openssl",
              "s_client",
              "-starttls",
              "ftp",
              "-connect",
              address,
              "-alpn",
              "h2");

      assertThat(ended.exitCode()).as(ended.toString()).isNotZero();
      server.child().awaitSaying("asks for another protocol than FTP (ALPN)");
    }
  }

  private String fingerprintOfOwn() throws Exception {
    try (Child server = startWithOwn(0)) {
      String mark = "SHA-256 ";
      String line =
          server.said().stream().filter(said -> said.contains(mark)).findFirst().orElseThrow();
      return line.substring(line.indexOf(mark) + mark.length());
    }
  }

  private Child startWithOwn(int port, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("server", "--memory", "--tls-self-signed"));
    arguments.addAll(List.of("--port", String.valueOf(port)));
    arguments.addAll(List.of(options));
    var builder = new ProcessBuilder(Program.command(List.of(), arguments));
    builder.directory(folder.toFile()).environment().put("XDG_STATE_HOME", folder.toString());
    Child server = Child.start(builder);
    server.awaitSaying("listening on");
    return server;
  }

  private Program.Served serve(String... options) throws IOException {
    return Program.serve(root, withKeys(options));
  }

  private String[] withKeys(String... options) {
    List<String> all = new ArrayList<>(keys.options());
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private void assertRefused(String cause, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("server", "--memory", "--port", "0"));
    arguments.addAll(List.of(withKeys(options)));
    var ended = Program.run(folder, arguments.toArray(String[]::new));
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(BAD_USAGE);
    assertThat(ended.err()).hasLineCount(1).contains(cause).doesNotContain("Exception");
  }

  private Child.Ended curl(Program.Served server, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "-k", "--max-time", "50", server.url("a")));
    command.addAll(List.of(options));
    return Tools.run(folder, command.toArray(String[]::new));
  }

  private static FtpsVisitor login(Program.Served server) throws IOException {
    var client = new FtpsVisitor();
    client.connect("127.0.0.1", server.port());
    assertThat(client.login("anonymous", "guest@")).as(client.getReplyString()).isTrue();
    client.enterLocalPassiveMode();
    client.execPBSZ(0);
    client.execPROT("P");
    return client;
  }
}
