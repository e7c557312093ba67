package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running server takes over from its files.
class ReloadIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Path config;
  private Path users;
  private int port;
  private Child server;

  @BeforeEach
  void serve() throws Exception {
    config = folder.resolve("simpleftp.conf");
    users = folder.resolve("users");
    port = Program.freePort();
    add(users, "alice");
    Files.writeString(config, settings());
    server = Program.start(List.of(), folder, "server", "--config", config.toString());
    server.awaitSaying("listening on");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String settings() {
    return "port = " + port + "\nroot = tree\nusers = users\nanonymous = read\n";
  }

  @Test
  void letsANewUserInAfterHangup() throws Exception {
    assertThat(letsIn("bob")).isFalse();
    add(users, "bob");

    server.signal("HUP");

    server.awaitSaying("Reloaded: users");
    assertThat(letsIn("bob")).isTrue();
    assertThat(letsIn("alice")).isTrue();
  }

  @Test
  void letsANewUserInWhenTheFileHasChanged() throws Exception {
    add(users, "bob");

    server.awaitSaying("Reloaded: users");

    assertThat(letsIn("bob")).isTrue();
  }

  @Test
  void reloadsOnceForHangupAndChange() throws Exception {
    add(users, "bob");
    server.signal("HUP");
    server.awaitSaying("Reloaded: users");

    server.signal("HUP");
    await().atMost(PATIENCE).until(() -> server.said("Reloaded: users") > 1);
    await().during(Duration.ofSeconds(3)).until(() -> server.said("Reloaded: users") == 2);
  }

  @Test
  void keepsOutAUserWhoWasRemovedAndLetsTheSessionGoOn() throws Exception {
    try (var raw = new RawFtp(port, "alice", "secret")) {
      Program.run(folder, "user", "remove", "alice", "--users", users.toString());
      server.awaitSaying("Reloaded: users");

      assertThat(letsIn("alice")).isFalse();
      raw.store("a", new byte[3]);
    }
    assertThat(folder.resolve("tree/a")).hasSize(3);
  }

  @Test
  void f37KeepsTheOldUsersWhenTheFileIsBadAndSaysSo() throws Exception {
    replace(users, "this line says nothing\n");

    server.awaitSaying("nothing was reloaded, the old settings stay: The users file " + users);

    server.awaitSaying("line 1");
    assertThat(letsIn("alice")).isTrue();
  }

  @Test
  void f37KeepsTheOldSettingsWhenTheConfigurationIsBadAndSaysSo() throws Exception {
    replace(config, settings() + "grase = 1s\n");

    server.awaitSaying("the old settings stay: " + config + ", line 5: there is no key 'grase'");

    assertThat(letsIn("alice")).isTrue();
    replace(config, settings() + "grace = 1s\n");
    server.awaitSaying("Reloaded: users, grace");
  }

  @Test
  void takesOverALowerLimitAndAHigherOne() throws Exception {
    try (var first = new RawFtp(port, "alice", "secret")) {
      replace(config, settings() + "max-sessions = 1\n");
      server.awaitSaying("Reloaded: users, max-sessions");
      assertThatThrownBy(() -> new RawFtp(port, "alice", "secret")).hasMessageContaining("421");
      assertThat(first.send("NOOP")).startsWith("200");

      replace(config, settings() + "max-sessions = 2\n");
      await().atMost(PATIENCE).until(() -> server.said("Reloaded: users, max-sessions") == 2);
      assertThat(letsIn("alice")).isTrue();
    }
  }

  @Test
  void f37KeepsTheOldSettingsWhenTheConfigurationIsGone() throws Exception {
    Files.delete(config);

    server.awaitSaying("the old settings stay: The configuration file " + config);

    assertThat(letsIn("alice")).isTrue();
  }

  @Test
  void namesWhatNeedsARestart() throws Exception {
    replace(config, settings().replace("tree", "other") + "passive-ports = 50000-50999\n");

    server.awaitSaying("Needs a restart to take effect: passive-ports, root");

    assertThat(folder.resolve("other")).doesNotExist();
    assertThat(letsIn("alice")).isTrue();
  }

  @Test
  void endsAtHangupWhereThereIsNothingToReload() throws Exception {
    try (var plain = Program.serve(folder.resolve("tree"))) {
      plain.child().signal("HUP");

      assertThat(plain.child().ended().exitCode()).isZero();
    }
  }

  /// As editors do it: another file takes the place.
  private static void replace(Path file, String text) throws IOException {
    Path fresh = Files.writeString(file.resolveSibling("fresh"), text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void add(Path file, String user) throws Exception {
    String[] add = {"user", "add", user, "--users", file.toString(), "--password-stdin"};
    var ended = Program.start(List.of(), folder, add).typing("secret\n").ended();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  private boolean letsIn(String user) throws IOException {
    try (var raw = new RawFtp(port, user, "secret")) {
      return raw.send("NOOP").startsWith("200");
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("530");
      return false;
    }
  }
}
