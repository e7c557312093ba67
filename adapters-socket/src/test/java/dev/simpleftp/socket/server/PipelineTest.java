package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// R7: exactly one final reply for each command, in order, whatever is sent at once and however the
/// bytes are split.
///
/// Commands of all kinds, good and bad, stand between marks: after the login an MKD whose name
/// comes back in its reply, before it an unknown verb. A reply too many or too few, or one in the
/// wrong place, moves a mark.
class PipelineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);
  private static final int COMMANDS = 40;

  /// They change who is logged in, which has cases of its own below.
  private static final Set<Verb> ACCESS = EnumSet.of(Verb.USER, Verb.PASS, Verb.REIN, Verb.QUIT);

  private static final List<String> ARGUMENTS =
      List.of(
          "",
          " ",
          " f",
          " missing",
          " d",
          " .",
          " ..",
          " /",
          " 0",
          " 7",
          " A",
          " I",
          " S",
          " F",
          " -la",
          " ALL",
          " 1",
          " EN",
          " é",
          " a b",
          " UTF8 ON",
          " \u0000",
          " a\rb",
          " |1|127.0.0.1|1|",
          " 10,0,0,1,4,1",
          " 5 R 5",
          " Name=x; Version=1;");

  private ServerFixture server;
  private DataPeer peer;

  @BeforeEach
  void start() throws IOException {
    server = ServerFixture.overMemory(ServerFixture.times(PATIENCE, PATIENCE, SHORT));
    server.put("/f", "content");
    peer = DataPeer.start();
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
    server.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void answersEachCommandOfASessionOnceAndInOrder(long seed) throws IOException {
    var random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      if (random.nextInt(3) == 0) {
        lines.add(peer.portCommand());
      }
      lines.add(command(random));
      lines.add("MKD /mark" + i + ".");
    }

    try (FtpWire wire = server.login()) {
      List<Reply> replies = converse(wire, lines, random);

      assertThat(replies).as("replies to %s", lines).hasSameSizeAs(lines);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("MKD /mark")) {
          assertThat(replies.get(i).toString())
              .as("reply %d to %s", i, lines)
              .startsWith("257 \"" + lines.get(i).substring(4) + "\"");
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void answersEachCommandBeforeTheLoginOnce(long seed) throws IOException {
    var random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      lines.add(command(random));
      lines.add(i % 8 == 0 ? "SMNT" : "PASS");
    }

    try (FtpWire wire = server.connect()) {
      wire.expect(220);
      List<Reply> replies = converse(wire, lines, random);

      assertThat(replies).as("replies to %s", lines).hasSameSizeAs(lines);
      for (int i = 1; i < lines.size(); i += 2) {
        assertThat(replies.get(i).code()).isEqualTo(lines.get(i).equals("SMNT") ? 502 : 503);
      }
    }
  }

  @Test
  void answersLoginsAndTheirEndsInOrder() throws IOException {
    List<String> lines =
        List.of(
            "USER alice",
            "PASS secret",
            "PWD",
            "REIN",
            "PWD",
            "PASS x",
            "USER alice",
            "PASS secret",
            "MKD a",
            "USER alice",
            "MKD b",
            "PASS secret",
            "CWD a",
            "QUIT");

    try (FtpWire wire = server.connect()) {
      wire.expect(220);
      List<Reply> replies = converse(wire, lines, new Random(1));

      assertThat(replies.stream().map(Reply::code).toList())
          .containsExactly(331, 230, 257, 220, 530, 503, 331, 230, 257, 331, 530, 230, 250, 221);
      assertThat(wire.isClosedByServer()).isTrue();
    }
  }

  @Test
  void answersTransfersInOrder() throws IOException {
    String port = peer.portCommand();
    List<String> lines =
        List.of(port, "RETR f", "RETR f", port, "STOR g", port, "LIST", port, "RETR none", "PWD");

    try (FtpWire wire = server.login()) {
      List<Reply> replies = converse(wire, lines, new Random(1));

      assertThat(replies.stream().map(Reply::code).toList())
          .containsExactly(200, 226, 425, 200, 226, 200, 226, 200, 550, 257);
    }
  }

  @Test
  void readsCommandsByteByByte() throws IOException {
    try (FtpWire wire = server.login()) {
      for (byte b : bytes(List.of("MKD a", "CWD a", "NOOP"))) {
        wire.sendRaw(new byte[] {b});
      }
      wire.expect(257);
      wire.expect(250);
      wire.expect(200);
    }
  }

  @Test
  void readsALineWhoseEndIsSplitBetweenTwoPackets() throws IOException {
    try (FtpWire wire = server.login()) {
      wire.sendRaw("NOOP\r".getBytes(StandardCharsets.US_ASCII));
      try (FtpWire other = server.login()) {
        other.send("NOOP").expect(200);
      }
      wire.sendRaw("\nPWD\r".getBytes(StandardCharsets.US_ASCII)).expect(200);
      wire.sendRaw("\n".getBytes(StandardCharsets.US_ASCII)).expect(257);
    }
  }

  private static String command(Random random) {
    List<Verb> verbs = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(ACCESS)));
    return verbs.get(random.nextInt(verbs.size()))
        + ARGUMENTS.get(random.nextInt(ARGUMENTS.size()));
  }

  /// Sends all lines, split at random, then reads all final replies up to a last one that is known.
  private static List<Reply> converse(FtpWire wire, List<String> lines, Random random)
      throws IOException {
    byte[] bytes = bytes(lines);
    for (int from = 0; from < bytes.length; ) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 3 : 200));
      wire.sendRaw(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    List<Reply> replies = new ArrayList<>();
    while (replies.size() < lines.size()) {
      Reply reply = wire.read();
      if (!reply.isPreliminary()) {
        replies.add(reply);
      }
    }
    return inOrder(replies);
  }

  /// STAT and NOOP that come after 150 are answered before the last reply of the transfer: each
  /// such answer goes back behind it.
  private static List<Reply> inOrder(List<Reply> replies) {
    List<Reply> result = new ArrayList<>();
    List<Reply> early = new ArrayList<>();
    for (Reply reply : replies) {
      boolean atOnce =
          reply.text().contains("a transfer is running") || reply.text().endsWith("so far.");
      if (atOnce) {
        early.add(reply);
      } else {
        result.add(reply);
        result.addAll(early);
        early.clear();
      }
    }
    return result;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
