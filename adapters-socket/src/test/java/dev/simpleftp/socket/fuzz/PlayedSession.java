package dev.simpleftp.socket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must hold of any session, whatever the client said.
final class PlayedSession {
  private static final Set<Verb> CHANGING =
      EnumSet.of(
          Verb.STOR, Verb.STOU, Verb.APPE, Verb.DELE, Verb.RNTO, Verb.MKD, Verb.XMKD, Verb.RMD,
          Verb.XRMD);

  private static final int LONGEST_LINE = 4096;
  private static final Set<Integer> GOOD_BYE = Set.of(221, 421);

  private final List<String> lines;
  private final List<Reply> replies;

  /// @param said by the client
  /// @param replies the greeting and the final replies
  PlayedSession(byte[] said, List<Reply> replies) {
    this.lines = TelnetLines.of(said);
    this.replies = replies;
  }

  /// One reply to each line, until the server says good-bye.
  void assertOneReplyEach() {
    assertThat(replies.size()).as("replies %s", replies).isLessThanOrEqualTo(lines.size() + 1);
    boolean saidGoodBye = !replies.isEmpty() && GOOD_BYE.contains(replies.getLast().code());
    if (replies.size() <= lines.size() && !saidGoodBye) {
      assertThat(unanswered()).as("%s", replies).anyMatch(PlayedSession::mayEnd);
    }
  }

  /// Who closes while the client still sends makes the system reset the connection; then the client
  /// loses what it has not read: the good-bye, and maybe some replies before it.
  private List<String> unanswered() {
    return lines.subList(Math.max(0, replies.size() - 1), lines.size());
  }

  private static boolean mayEnd(String line) {
    Optional<Verb> verb = verb(line);
    boolean strange = verb.isEmpty() || line.length() > LONGEST_LINE;
    return strange || verb.get() == Verb.QUIT || verb.get() == Verb.PASS;
  }

  /// Nobody is told anything who has not logged in.
  void assertNothingBeforeLogin() {
    for (int i = 1; i < replies.size() && replies.get(i).code() != 230; i++) {
      boolean needsLogin = verb(i).map(Verb::needsLogin).orElse(false);
      if (needsLogin) {
        assertThat(replies.get(i).code())
            .as(lines.get(i - 1))
            .isIn(500, 501, 502, 504, 522, 530, 421);
      }
    }
  }

  /// The tree has changed as far as the replies say so.
  void assertStoreIs(Map<String, String> before, Map<String, String> after) {
    boolean changed =
        unanswered().stream().anyMatch(l -> verb(l).filter(CHANGING::contains).isPresent());
    boolean moved = false;
    for (int i = 1; i < replies.size(); i++) {
      boolean done = replies.get(i).isCompletion();
      changed |= done && verb(i).filter(CHANGING::contains).isPresent();
      moved |= verb(i).filter(Verb.REST::equals).isPresent();
    }
    if (!changed) {
      assertThat(after).as("%s", replies).isEqualTo(before);
    } else if (!moved) {
      after.forEach((path, content) -> assertWhole(path, content, before));
    }
  }

  /// Old content, new content or both behind one another, but no part of any.
  private static void assertWhole(String path, String content, Map<String, String> before) {
    String rest = content;
    while (rest.endsWith(DataPeers.PAYLOAD)) {
      rest = rest.substring(0, rest.length() - DataPeers.PAYLOAD.length());
    }
    assertThat(rest.isEmpty() || before.containsValue(rest)).as("%s: %s", path, content).isTrue();
  }

  private Optional<Verb> verb(int reply) {
    return verb(lines.get(reply - 1));
  }

  private static Optional<Verb> verb(String line) {
    int end = line.indexOf(' ');
    String word = end < 0 ? line : line.substring(0, end);
    return Verb.of(word.strip().toUpperCase(Locale.ROOT));
  }
}
