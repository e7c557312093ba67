package dev.simpleftp.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server calls a transfer complete that was cut short.
class TruncatedFileIT {
  @TempDir Path local;
  @TempDir Path home;
  private LyingServer server;
  private OneCall call;

  @BeforeEach
  void serve() throws Exception {
    server = new LyingServer();
    call = new OneCall(local, home);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void doesNotStandUnderItsName() throws Exception {
    var ended = call.run("get", "--retries", "0", server.url("a.bin"));

    assertThat(ended.exitCode()).as(ended.toString()).isNotZero();
    assertThat(ended.err()).contains("early");
    assertThat(local.resolve("a.bin")).doesNotExist();
  }

  @Test
  void isNoSuccessWhenTriedAgain() throws Exception {
    var ended = call.run("get", "--retries", "1", "--json", server.url("a.bin"));

    assertThat(ended.exitCode()).as(ended.toString()).isNotZero();
    assertThat(OneCall.eventNames(ended)).contains("error").doesNotContain("end", "verified");
    assertThat(local.resolve("a.bin")).doesNotExist();
  }

  @Test
  void isToldWhenItWentToTheStandardOutput() throws Exception {
    Path out = local.resolve("out");

    assertThat(call.piped(Path.of("/dev/null"), out, "get", "-o", "-", server.url("a.bin")))
        .isNotZero();
    assertThat(call.piped(Path.of("/dev/null"), out, "cat", server.url("a.bin"))).isNotZero();
  }

  @Test
  void isNoSuccessInTheConsole() throws Exception {
    var ended = ClientCommand.guest(local, server.port(), "get a.bin").keepingIn(home).run();

    assertThat(ended.exitCode()).as(ended.toString()).isNotZero();
    assertThat(local.resolve("a.bin")).doesNotExist();
  }
}
