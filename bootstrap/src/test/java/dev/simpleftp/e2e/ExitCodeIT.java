package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the shell learns of a call that failed.
class ExitCodeIT {
  @TempDir static Path folder;
  private static Program.Served server;

  @TempDir Path local;
  @TempDir Path home;
  private OneCall call;

  @BeforeAll
  static void serve() throws Exception {
    Path users = folder.resolve("users");
    Program.addUser(users, "me", "right");
    Path remote = Files.createDirectory(folder.resolve("remote"));
    Files.writeString(remote.resolve("a.txt"), "content");
    server = Program.serve(remote, "--users", users.toString(), "--anonymous", "read");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void begin() {
    call = new OneCall(local, home);
  }

  @Test
  void tellsWrongUsage() throws Exception {
    assertFailed(call.run("get", "--fore", server.url("a.txt")), 2, "did you mean --force?");
    assertFailed(call.run("get", server.url("a%0d%0aDELE%20b")), 2, "line end");
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    int port = Program.freePort();

    assertFailed(
        call.run("ls", "ftp://127.0.0.1:" + port + "/"), 3, "Nobody listens on 127.0.0.1:" + port);
  }

  @Test
  void tellsAWrongPassword() throws Exception {
    assertFailed(call.with("SIMPLEFTP_PASSWORD", "wrong").run("ls", mine("")), 4, "ftp://USER@");
  }

  @Test
  void tellsThatThereIsNoPassword() throws Exception {
    assertFailed(call.run("ls", mine("")), 4, "~/.netrc");
  }

  @Test
  void tellsThatTheServerSaysNo() throws Exception {
    assertFailed(call.run("get", server.url("a.tx")), 5, "Did you mean a.txt?");
    assertFailed(call.run("cat", server.url("b")), 5, "b: ");
    assertFailed(call.run("mkdir", server.url("d")), 5, "d: ");
    assertFailed(call.run("get", server.url("*.pdf")), 5, "nothing there fits");
    assertFailed(call.run("get", server.url("")), 5, "is a directory");
    assertThat(local).isEmptyDirectory();
  }

  @Test
  void tellsThatThisMachineSaysNo() throws Exception {
    assertFailed(call.run("get", server.url("a.txt"), "-o", "none/a"), 6, "on this machine");
    assertFailed(call.with("SIMPLEFTP_PASSWORD", "right").run("put", "none", mine("")), 6, "none");
    assertFailed(call.run("client", "-f", "none"), 6, "There is no script none");
  }

  @Test
  void readsThePasswordFromTheEnvironmentAndFromNetrc() throws Exception {
    assertThat(call.with("SIMPLEFTP_PASSWORD", "right").run("ls", mine("")).exitCode()).isZero();
    Files.writeString(home.resolve(".netrc"), "machine 127.0.0.1 login me password right\n");
    assertThat(call.run("ls", mine("")).exitCode()).isZero();
  }

  @Test
  void warnsOfAPasswordInTheUrl() throws Exception {
    var ended = call.run("ls", "ftp://me:right@127.0.0.1:" + server.port() + "/");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).startsWith("Warning: a password in an address").doesNotContain("right");
  }

  @Test
  void runsAScriptFileUpToTheFirstFailure() throws Exception {
    Path script = local.resolve("script");
    Files.writeString(script, "# one file\nget a.txt  # from there\nget none; lmkdir never\n");
    int port = server.port();

    var ended =
        call.run("client", "127.0.0.1:" + port, "--local", local.toString(), "-f", "" + script);

    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(5);
    assertThat(ended.err()).startsWith("simpleftp: get none: No such file").hasLineCount(1);
    assertThat(local.resolve("a.txt")).hasContent("content");
    assertThat(local.resolve("never")).doesNotExist();
  }

  private static String mine(String path) {
    return "ftp://me@127.0.0.1:" + server.port() + "/" + path;
  }

  private static void assertFailed(Child.Ended ended, int code, String cause) {
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(code);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasLineCount(1)
        .startsWith("simpleftp: ")
        .contains(cause)
        .doesNotContain("Exception", "lls");
  }
}
