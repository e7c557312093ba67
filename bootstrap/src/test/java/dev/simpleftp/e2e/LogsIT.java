package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running server writes down of its sessions.
class LogsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PASSWORD = "geheim-93x";

  /// Time, seconds, peer, octets, path, type, action, direction, who, status, session.
  private static final String XFERLOG =
      "\\w{3} \\w{3} [ 123]\\d \\d\\d:\\d\\d:\\d\\d \\d{4} \\d+ 127\\.0\\.0\\.1 5 /ü_\"1\""
          + " b _ %s r lena ftp 0 \\* c \\d+";

  @TempDir Path root;
  @TempDir Path folder;
  private Path users;

  @BeforeEach
  void addAnAccount() throws Exception {
    users = folder.resolve("users");
    Program.addUser(users, "lena", PASSWORD);
  }

  @Test
  void areReadByProgramsAsJson() throws Exception {
    Tools.requirePythonModule("json");
    int port = Program.freePort();
    Path log = folder.resolve("log");
    List<String> told;

    try (var server = start(port, "--log-format", "json")) {
      server.awaitSaying("\"listening\"");
      useBothWays(port);
      server.awaitSaying("\"disconnected\"");
      told = server.said();
    }

    Files.write(log, told);
    var read = Tools.run(folder, Tools.PYTHON, Tools.script("json_log.py"), log.toString());
    assertThat(read.err()).isEmpty();
    assertThat(read.out().lines())
        .containsSubsequence(
            "listening - ",
            "connected 1 ",
            "command 1 USER lena",
            "command 1 PASS ***",
            "login 1 lena",
            "stored 1 /ü \"1\"",
            "sent 1 /ü \"1\"",
            "disconnected 1 ");
    assertThat(log).content().doesNotContain(PASSWORD);
  }

  @Test
  void neverTellAPasswordInText() throws Exception {
    int port = Program.freePort();

    try (var server = start(port)) {
      server.awaitSaying("listening on");
      useBothWays(port);
      server.awaitSaying("client left");

      assertThat(server.said("command received: PASS ***")).isOne();
      assertThat(server.said(PASSWORD)).isZero();
    }
  }

  @Test
  void haveALineForEachTransferAsXferlog() throws Exception {
    int port = Program.freePort();
    Path transfers = folder.resolve("transfers");

    try (var server = start(port, "--transfer-log", transfers.toString())) {
      server.awaitSaying("listening on");
      useBothWays(port);
      await().atMost(PATIENCE).until(() -> Files.readAllLines(transfers).size() == 2);
    }

    List<String> lines = Files.readAllLines(transfers);
    assertThat(lines.getFirst()).matches(XFERLOG.formatted("i"));
    assertThat(lines.getLast()).matches(XFERLOG.formatted("o"));
  }

  private Child start(int port, String... options) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("server", "--root", root.toString(), "--users", users.toString()));
    arguments.addAll(List.of("--port", String.valueOf(port)));
    arguments.addAll(List.of(options));
    return Program.start(List.of(), folder, arguments.toArray(String[]::new));
  }

  /// An upload and a download by a name that has to be escaped.
  private static void useBothWays(int port) throws Exception {
    try (var session = new RawFtp(port, "lena", PASSWORD)) {
      session.store("ü \"1\"", new byte[5]);
      assertThat(session.retrieve("ü \"1\"")).hasSize(5);
    }
  }
}
