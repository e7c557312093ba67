package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts and the rules around them, as curl meets them.
class AccountsIT {
  private static final int LOGIN_DENIED = 67;
  private static final int ACCESS_DENIED = 9;

  @TempDir Path root;
  @TempDir Path local;
  private Path users;

  @BeforeEach
  void requireCurl() {
    Tools.requireTool("curl");
    users = local.resolve("users");
  }

  private void addAlice(String... options) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("user", "add", "alice", "--users", users.toString()));
    words.addAll(List.of("--password-stdin"));
    words.addAll(List.of(options));
    var ended =
        Program.start(List.of(), local, words.toArray(String[]::new)).typing("secret\n").ended();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  private Program.Served serve(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("--users", users.toString()));
    words.addAll(List.of(options));
    return Program.serve(root, words.toArray(String[]::new));
  }

  private Child.Ended curl(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--max-time", "50", "-u", "alice:secret"));
    command.addAll(List.of(arguments));
    return Tools.run(local, command.toArray(String[]::new));
  }

  private Path fileOf(int size) throws Exception {
    return Files.write(local.resolve("up.bin"), new byte[size]);
  }

  @Test
  void haveRightsThatDifferByPath() throws Exception {
    addAlice("--rights", "read", "--rights-on", "/in=list+write", "--rights-on", "/secret=none");
    for (String name : List.of("in", "inner", "secret")) {
      Files.writeString(Files.createDirectory(root.resolve(name)).resolve("f"), "content");
    }
    fileOf(10);
    try (var server = serve()) {
      assertThat(curl(server.url("inner/f")).out()).isEqualTo("content");
      assertThat(curl(server.url("in/f")).exitCode()).isNotZero();
      assertThat(curl("-T", "up.bin", server.url("in/new")).exitCode()).isZero();
      assertThat(curl("-T", "up.bin", server.url("inner/new")).exitCode()).isNotZero();
      assertThat(curl(server.url("secret/f")).exitCode()).isEqualTo(ACCESS_DENIED);
      assertThat(curl("-l", server.url("")).out().lines()).containsExactlyInAnyOrder("in", "inner");
    }
    assertThat(root.resolve("in/new")).exists();
    assertThat(root.resolve("inner/new")).doesNotExist();
  }

  @Test
  void keepTheOldFileWholeWhenTheQuotaIsUsedUp() throws Exception {
    addAlice("--quota", "100KiB");
    Files.write(root.resolve("old"), new byte[1_000]);
    fileOf(200 * 1024);
    try (var server = serve()) {
      var ended = curl("-v", "-T", "up.bin", server.url("old"));

      assertThat(ended.exitCode()).isNotZero();
      assertThat(ended.err()).contains("552 ");
      assertThat(root.resolve("old")).hasSize(1_000);
      try (var left = Files.list(root)) {
        assertThat(left.filter(Files::isRegularFile)).containsExactly(root.resolve("old"));
      }
      fileOf(90 * 1024);
      assertThat(curl("-T", "up.bin", server.url("old")).exitCode()).isZero();
    }
  }

  @Test
  void areClosedForAWhileAfterWrongPasswords() throws Exception {
    addAlice();
    try (var server = serve("--login-delay", "1ms", "--ban-after", "2", "--ban-time", "1h")) {
      assertThat(curl("-u", "alice:wrong", server.url("")).exitCode()).isEqualTo(LOGIN_DENIED);
      assertThat(curl("-v", "-u", "alice:wrong", server.url("")).err()).contains("421 Too many");

      var banned = curl("-v", server.url(""));

      assertThat(banned.exitCode()).isNotZero();
      assertThat(banned.err()).contains("421 Too many failed logins");
    }
  }

  @Test
  void neverSeeHiddenNamesNorGiveDeniedOnes() throws Exception {
    addAlice();
    Files.writeString(root.resolve(".secret"), "content");
    Files.writeString(root.resolve("old.exe"), "content");
    fileOf(10);
    try (var server = serve("--hide", ".*", "--deny", "*.exe", "--deny", "*.com")) {
      assertThat(curl("-l", server.url("")).out().lines()).containsExactly("old.exe");
      assertThat(curl(server.url(".secret")).exitCode()).isNotZero();
      assertThat(curl(server.url("old.exe")).out()).isEqualTo("content");

      var denied = curl("-v", "-T", "up.bin", server.url("new.com"));

      assertThat(denied.exitCode()).isNotZero();
      assertThat(denied.err()).contains("553 ");
    }
    assertThat(root.resolve("new.com")).doesNotExist();
  }

  @Test
  void moveBytesNoFasterThanAllowed() throws Exception {
    addAlice("--down", "100KiB");
    Files.write(root.resolve("a.bin"), new byte[150 * 1024]);
    fileOf(150 * 1024);
    try (var server = serve("--rate-up", "100KiB")) {
      assertThat(timeOf("-o", "got.bin", server.url("a.bin"))).isGreaterThan(Duration.ofSeconds(1));
      assertThat(timeOf("-T", "up.bin", server.url("b.bin"))).isGreaterThan(Duration.ofSeconds(1));
    }
    assertThat(local.resolve("got.bin")).hasSize(150 * 1024);
    assertThat(root.resolve("b.bin")).hasSize(150 * 1024);
  }

  private Duration timeOf(String... arguments) throws Exception {
    long start = System.nanoTime();
    var ended = curl(arguments);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
