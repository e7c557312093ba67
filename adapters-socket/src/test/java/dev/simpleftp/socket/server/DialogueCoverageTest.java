package dev.simpleftp.socket.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.socket.server.Dialogue.Exchange;
import dev.simpleftp.socket.server.Dialogue.Speaker;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The dialogues try every verb in every condition there is for it.
class DialogueCoverageTest {
  /// The parent of a directory is always there.
  private static final Set<Verb> NEVER_MISSING = EnumSet.of(Verb.CDUP, Verb.XCUP);

  @Test
  void triesEveryVerbInEveryCondition() throws IOException {
    Set<String> missing = new LinkedHashSet<>();
    for (Verb verb : Verb.values()) {
      for (Condition condition : conditions(verb)) {
        missing.add(verb + ": " + condition);
      }
    }

    for (Dialogue dialogue : Dialogue.all()) {
      for (Exchange exchange : dialogue.exchanges()) {
        for (Condition condition : Condition.values()) {
          if (condition.isShownBy(exchange)) {
            missing.remove(exchange.verb() + ": " + condition);
          }
        }
      }
    }

    assertThat(missing).as("conditions in which no dialogue tries the verb").isEmpty();
  }

  /// The conditions there are for a verb: what it needs says which.
  private static Set<Condition> conditions(Verb verb) throws IOException {
    Set<Condition> conditions = EnumSet.of(Condition.BAD_SYNTAX);
    List<Attempt> attempts = VerbRights.of(verb);
    if (attempts.stream().noneMatch(Attempt::canSucceed)) {
      // Refused for its argument, whoever asks.
      return conditions;
    }
    conditions.add(Condition.RIGHT);
    if (verb.needsLogin()) {
      conditions.add(Condition.NOT_LOGGED_IN);
    }
    if (attempts.stream().anyMatch(attempt -> !attempt.needed().isEmpty())) {
      conditions.add(Condition.NO_RIGHT);
      if (!NEVER_MISSING.contains(verb)) {
        conditions.add(Condition.MISSING_FILE);
      }
    }
    Set<Integer> replies = ProtocolRow.of(verb).replies();
    boolean moves = replies.contains(150);
    if (moves || replies.contains(503)) {
      conditions.add(Condition.WRONG_ORDER);
    }
    return conditions;
  }

  private enum Condition {
    RIGHT,
    BAD_SYNTAX,
    /// Without what must come before: another command, or a data port.
    WRONG_ORDER,
    NOT_LOGGED_IN,
    MISSING_FILE,
    NO_RIGHT;

    boolean isShownBy(Exchange exchange) {
      int code = exchange.code();
      return switch (this) {
        case RIGHT -> code >= 200 && code < 400;
        case BAD_SYNTAX -> code == 501;
        case WRONG_ORDER -> code == 503 || code == 425;
        case NOT_LOGGED_IN -> code == 530 && exchange.speaker() == Speaker.STRANGER;
        case MISSING_FILE -> code == 550 && exchange.text().contains("No such file");
        case NO_RIGHT -> code == 550 && exchange.text().contains("Permission denied");
      };
    }
  }
}
