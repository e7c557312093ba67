package dev.simpleftp.socket.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.FtpWire;
import dev.simpleftp.socket.server.ServerFixture;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names and passwords that are found by trying (CWE-204, CWE-307): servers answered an unknown
/// user in other words than a wrong password, and let a connection guess as often as it liked. R28.
class GuessedLoginTest {

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "Alice", "alice ", "anonymous", "root", "a%s%n", "../alice"})
  void saysTheSameOfUsersThatThereAreAndThatThereAreNot(String user) throws IOException {
    try (var server = ServerFixture.overMemory()) {
      assertThat(threeGuesses(server, user)).isEqualTo(threeGuesses(server, "alice"));
    }
  }

  private static List<Reply> threeGuesses(ServerFixture server, String user) throws IOException {
    List<Reply> replies = new ArrayList<>();
    try (FtpWire wire = server.connect()) {
      wire.expect(220);
      for (int i = 0; i < 3; i++) {
        replies.add(wire.send("USER " + user).read());
        replies.add(wire.send("PASS wrong").read());
      }
      assertThat(replies).extracting(Reply::code).containsExactly(331, 530, 331, 530, 331, 421);
      assertThat(wire.isClosedByServer()).isTrue();
    }
    return replies;
  }

  @Test
  void countsOnWhenTheSessionBeginsAnew() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.connect()) {
      wire.expect(220);
      for (String between : List.of("REIN", "HOST localhost")) {
        wire.send("USER alice").expect(331);
        wire.send("PASS wrong").expect(530);
        wire.send(between).expect(220);
      }
      wire.send("USER alice").expect(331);
      wire.send("PASS wrong").expect(421);
    }
  }

  @Test
  void checksAPasswordOnlyOnceForEachUser() throws IOException {
    try (var server = ServerFixture.overMemory();
        FtpWire wire = server.connect()) {
      wire.expect(220);
      wire.send("USER alice").expect(331);
      wire.send("PASS wrong").expect(530);
      wire.send("PASS secret").expect(503);
    }
  }
}
