package dev.simpleftp.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.console.CertificateQuestion.Shown;
import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateQuestionTest {
  private static final String SERVER = "host:21";
  private static final Shown SHOWN = shown("AA:01");

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @Test
  void trustsOnceAsLongAsTheProcessLives() throws IOException {
    CertificateQuestion question = question("what?", "o");

    question.decide(SERVER, SHOWN);

    assertThat(question.isTrusted(SERVER, "AA:01")).isTrue();
    assertThat(question.isTrusted("other:21", "AA:01")).isFalse();
    assertThat(question().isTrusted(SERVER, "AA:01")).isFalse();
    assertThat(answers.lines).contains("  SHA-256: AA:01").anyMatch(l -> l.contains("CN=host"));
  }

  @Test
  void keepsForGoodWhatIsAlwaysTrusted() throws IOException {
    question("always").decide(SERVER, SHOWN);
    question("a").decide("other:990", shown("BB:02"));

    assertThat(question().isTrusted(SERVER, "AA:01")).isTrue();
    assertThat(Files.readAllLines(file())).containsExactly("host:21 AA:01", "other:990 BB:02");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void asksOnceAboutWhatIsNotTrusted() {
    CertificateQuestion question = question("n");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> question.decide(SERVER, SHOWN))
          .isInstanceOf(ConnectionFailed.class)
          .hasMessageContaining("You do not trust it");
    }
    assertThat(answers.asked).isEqualTo(1);
  }

  @Test
  void refusesAnotherCertificateOfAKnownServerUnasked() throws IOException {
    CertificateQuestion question = question("a", "a");
    question.decide(SERVER, SHOWN);

    assertThatThrownBy(() -> question.decide(SERVER, shown("CC:03")))
        .isInstanceOf(ConnectionFailed.class)
        .hasMessageContaining("WARNING")
        .hasMessageContaining("AA:01")
        .hasMessageContaining("CC:03");
    assertThat(question.isTrusted(SERVER, "CC:03")).isFalse();
    assertThat(answers.asked).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "NO", "", "y", "trust"})
  void takesNothingForAYesThatIsNone(String answer) throws IOException {
    CertificateQuestion question = question(answer);

    assertThatThrownBy(() -> question.decide(SERVER, SHOWN))
        .isInstanceOf(ConnectionFailed.class)
        .hasMessageContaining("You do not trust it");
    assertThat(question.isTrusted(SERVER, "AA:01")).isFalse();
  }

  @Test
  void asksNobodyWhereNobodyCanAnswer() {
    answers.present = false;

    assertThatThrownBy(() -> question("a").decide(SERVER, SHOWN))
        .isInstanceOf(ConnectionFailed.class)
        .hasMessageContaining("--trust AA:01");
    assertThat(file()).doesNotExist();
  }

  @Test
  void trustsFingerprintsThatWereNamed() throws IOException {
    var question = new CertificateQuestion(new ProtocolTranscript(), file(), Set.of("AA:01"));

    assertThat(question.isTrusted(SERVER, "AA:01")).isTrue();
    assertThat(question.isTrusted(SERVER, "BB:02")).isFalse();
    assertThat(question.isKnown(SERVER)).isTrue();
  }

  @Test
  void tellsWhetherAServerIsKnown() throws IOException {
    CertificateQuestion question = question("o", "a");
    assertThat(question.isKnown(SERVER)).isFalse();

    question.decide(SERVER, SHOWN);
    question.decide("other:21", SHOWN);

    assertThat(question.isKnown(SERVER)).isTrue();
    assertThat(question().isKnown(SERVER)).isFalse();
    assertThat(question().isKnown("other:21")).isTrue();
  }

  @Test
  void doesNotMindHowAHostIsWrittenInTheFile() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "Host:21 AA:01\n");

    assertThat(question().isTrusted(SERVER, "AA:01")).isTrue();
  }

  private CertificateQuestion question(String... typed) {
    answers.typed.addAll(List.of(typed));
    var transcript = new ProtocolTranscript();
    transcript.showOn(answers);
    return new CertificateQuestion(transcript, file(), Set.of());
  }

  private Path file() {
    return folder.resolve("simpleftp/known_certificates");
  }

  private static Shown shown(String fingerprint) {
    return new Shown("CN=host", "CN=host", "then", fingerprint, "self-signed");
  }

  private static final class Answers implements Screen {
    final Deque<String> typed = new ArrayDeque<>();
    final List<String> lines = new ArrayList<>();
    boolean present = true;
    int asked;

    @Override
    public void line(String text) {
      lines.add(text);
    }

    @Override
    public void note(String text) {
      lines.add(text);
    }

    @Override
    public void error(String text) {
      lines.add(text);
    }

    @Override
    public void status(List<String> drawn) {
      lines.addAll(drawn);
    }

    @Override
    public int width() {
      return 80;
    }

    @Override
    public boolean interactive() {
      return present;
    }

    @Override
    public Optional<String> ask(String question) {
      asked++;
      return Optional.ofNullable(typed.poll());
    }

    @Override
    public Optional<Secret> askSecret(String question) {
      return Optional.empty();
    }
  }
}
