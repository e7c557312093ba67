package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void whatTheServerRefusesTheClientUnderstands(Refusal refusal) {
    var read = Refusals.read(Refusals.reply(refusal), Refusal.DENIED);

    assertThat(((Refused) read).refusal()).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "550, /x: No such file or directory, NOT_FOUND",
    "550, /not found/x: Permission denied, DENIED",
    "550, Can't remove directory: Directory not empty, NOT_EMPTY",
    "550, I can only retrieve regular files, NOT_A_FILE",
    "550, Is a directory., NOT_A_FILE",
    "550, Not a plain file, NOT_A_FILE",
    "550, Not enough privileges., DENIED",
    "550, Disk quota exceeded, OVER_QUOTA",
    "553, File name too long, BAD_NAME",
    "450, No such file, NOT_FOUND",
    "450, Busy, BUSY",
    "451, Rename/move failure: Is a directory, NOT_A_FILE",
    "451, x: No such file or directory, NOT_FOUND",
    "451, Permission denied, DENIED",
    "451, No space left on device, NO_SPACE",
    "452, x, NO_SPACE",
    "552, x, OVER_QUOTA",
    "554, x, OFFSET_BEYOND_END",
    "530, x, LOGIN_DENIED",
    "502, x, UNSUPPORTED"
  })
  void readsCodeAndWordsOfOtherServers(int code, String words, Refusal refusal) {
    var read = Refusals.read(Reply.of(code, words), Refusal.ALREADY_EXISTS);

    assertThat(read).hasMessage(words);
    assertThat(((Refused) read).refusal()).isEqualTo(refusal);
  }

  @Test
  void takesTheCallersMeaningWhenTheWordsHaveNone() {
    var reply = Reply.of(550, "Failed.");

    assertThat(Refusals.isUnclear(reply)).isTrue();
    assertThat(((Refused) Refusals.read(reply, Refusal.NOT_EMPTY)).refusal())
        .isEqualTo(Refusal.NOT_EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "450, Can't remove directory., true",
    "450, Busy, false",
    "450, The file is in use, false",
    "450, Permission denied, false",
    "550, Can't remove directory., false"
  })
  void doubtsThatWhatIsOnlyCodedAsBusyIsSo(int code, String words, boolean doubtful) {
    assertThat(Refusals.isDoubtfullyBusy(Reply.of(code, words))).isEqualTo(doubtful);
  }

  @Test
  void aFailureInTheMiddleIsNoRefusal() {
    assertThat(Refusals.read(Reply.of(451, "Aborted."), Refusal.DENIED))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("The server failed: Aborted.");
  }

  @ParameterizedTest
  @CsvSource({
    "421, true, The server closed the session: Bye.",
    "425, false, The server broke off: Bye.",
    "426, false, The server broke off: Bye."
  })
  void aConnectionThatIsGivenUpIsNoRefusal(int code, boolean sessionLost, String sentence) {
    assertThat(Refusals.read(Reply.of(code, "Bye."), Refusal.DENIED))
        .isInstanceOfSatisfying(
            ConnectionFailed.class, e -> assertThat(e.isSessionLost()).isEqualTo(sessionLost))
        .hasMessage(sentence);
  }
}
