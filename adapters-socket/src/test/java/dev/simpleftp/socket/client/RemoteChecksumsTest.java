package dev.simpleftp.socket.client;

import static dev.simpleftp.socket.client.Dialogues.DECENT;
import static dev.simpleftp.socket.client.Dialogues.open;
import static dev.simpleftp.socket.client.Dialogues.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteChecksumsTest {
  private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String FILE =
      "C: MLST\nS: 250-\nS:  type=file;size=100; f\nS: 250 End\nC: QUIT\nS: 221 bye\n";
  private static final String HASH = features("HASH MD5;SHA-1*;X-9", "RANG STREAM");
  private static final String SISTERS = features("XCRC", "XSHA1 filename;start;end", "XMD5");

  @Test
  void prefersTheBest() throws Exception {
    assertThat(algorithms(features("XCRC", "MD5", "HASH SHA-1;SHA-256*;CRC32", "XSHA512")))
        .containsExactly(
            DigestAlgorithm.SHA_256,
            DigestAlgorithm.SHA_512,
            DigestAlgorithm.SHA_1,
            DigestAlgorithm.MD5,
            DigestAlgorithm.CRC32);
    assertThat(algorithms("")).isEmpty();
  }

  @Test
  void asksForThePartThatIsMeant() throws Exception {
    String range = "C: RANG 10 49\nS: 350 so be it\n";
    String answer = "C: HASH /f\nS: 213 SHA-1 10-49 " + SHA1.toUpperCase(Locale.ROOT) + " /f";
    try (var server = ScriptedServer.answering(DECENT, FILE, HASH, range, answer)) {
      assertThat(digest(server, DigestAlgorithm.SHA_1, new OctetRange(10, 50))).isEqualTo(SHA1);
      assertThat(server.received()).doesNotContain("OPTS HASH SHA-1");
    }
  }

  @Test
  void choosesTheAlgorithmThatIsMeant() throws Exception {
    String choice = "C: OPTS HASH MD5\nS: 200 MD5\n";
    try (var server =
        ScriptedServer.answering(
            DECENT, FILE, HASH, choice, "C: HASH /f\nS: 213 MD5 0-99 " + MD5 + " x")) {
      assertThat(digest(server, DigestAlgorithm.MD5, OctetRange.WHOLE)).isEqualTo(MD5);
    }
  }

  @Test
  void readsTheDigestBehindARemark() throws Exception {
    String answer = "C: HASH /f\nS: 213-Computing SHA-1 digest\nS: 213 SHA-1 0-100 " + SHA1 + " /f";
    try (var server = ScriptedServer.answering(DECENT, FILE, HASH, answer)) {
      assertThat(digest(server, DigestAlgorithm.SHA_1, OctetRange.WHOLE)).isEqualTo(SHA1);
    }
  }

  @Test
  void aRangeThatHoldsAllOfTheFileIsNoPart() throws Exception {
    try (var server =
        ScriptedServer.answering(DECENT, FILE, SISTERS, "C: XSHA1 /f\nS: 250 " + SHA1)) {
      assertThat(digest(server, DigestAlgorithm.SHA_1, new OctetRange(0, 500))).isEqualTo(SHA1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "213 MD5 0-49 " + SHA1 + " f",
        "213 SHA-1 0-49 " + MD5 + " f",
        "213 SHA-1 1-49 " + SHA1 + " f",
        "213 SHA-1 0-48 " + SHA1 + " f",
        "213 SHA-1 0-99 " + SHA1 + " f",
        "213 SHA-1 " + SHA1 + " f",
        "213 SHA-1 0-49",
        "213 SHA-1 0-x " + SHA1,
        "213 SHA-1 -49 " + SHA1,
        "250 SHA-1 0-49 " + SHA1,
        "502 no"
      })
  void anAnswerInDoubtIsNoDigest(String answer) throws Exception {
    String range = "C: RANG\nS: 350 so be it\n";
    try (var server =
        ScriptedServer.answering(DECENT, FILE, HASH, range, "C: HASH /f\nS: " + answer)) {
      assertRefused(Refusal.UNSUPPORTED, server, DigestAlgorithm.SHA_1, new OctetRange(0, 50));
      assertThat(server.received()).containsSubsequence("RANG 0 49", "HASH /f", "RANG 1 0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "XSHA1|250 " + SHA1 + ", SHA_1",
    "XSHA1|213 SHA1 = " + SHA1 + " /f, SHA_1",
    "XSHA1|250-Working|250 " + SHA1 + ", SHA_1",
    "XMD5|251 /f D41D8CD98F00B204E9800998ECF8427E, MD5",
    "XCRC|250 1a2B3c4D, CRC32"
  })
  void readsTheAnswersOfTheSisters(String answer, DigestAlgorithm algorithm) throws Exception {
    String answers = "C: " + answer.replace("|", "\nS: ");
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS, answers)) {
      String hex = digest(server, algorithm, OctetRange.WHOLE);

      assertThat(answer.toLowerCase(Locale.ROOT)).contains(hex);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "250 A2B3C4D",
        "250 0x1a2b3c4d",
        "250 1a2b3c4d deadbeef",
        "250 done",
        "350 1a2b3c4d",
        "500 1a2b3c4d",
        "550 No such file"
      })
  void anAnswerOfASisterInDoubtIsNoDigest(String answer) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS, "C: XCRC\nS: " + answer)) {
      assertThatThrownBy(() -> digest(server, DigestAlgorithm.CRC32, OctetRange.WHOLE))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void theSistersAreNotTrustedWithParts() throws Exception {
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS)) {
      assertRefused(Refusal.UNSUPPORTED, server, DigestAlgorithm.SHA_1, new OctetRange(0, 50));
      assertThat(server.received()).doesNotContain("XSHA1 /f 0 50");
    }
  }

  @Test
  void refusesWhatIsNotThere() throws Exception {
    String gone = "C: XMD5\nS: 550 what?\nC: MLST\nS: 550 no\n";
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS, gone)) {
      assertRefused(Refusal.NOT_FOUND, server, DigestAlgorithm.MD5, OctetRange.WHOLE);
    }
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS)) {
      assertRefused(Refusal.OFFSET_BEYOND_END, server, DigestAlgorithm.MD5, OctetRange.from(100));
    }
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS)) {
      assertRefused(Refusal.UNSUPPORTED, server, DigestAlgorithm.SHA_512, OctetRange.WHOLE);
    }
  }

  @Test
  void putsANameWithBlanksInQuotes() throws Exception {
    String answer = "C: XMD5 \"/a \"\"b\"\"\"\nS: 250 " + MD5;
    try (var server = ScriptedServer.answering(DECENT, FILE, SISTERS, answer)) {
      FileStore store = open(server).store();
      var checksums = store.capability(Capability.Checksums.class).orElseThrow();

      assertThat(checksums.digest(path("/a \"b\""), DigestAlgorithm.MD5, OctetRange.WHOLE).hex())
          .isEqualTo(MD5);
    }
  }

  private static List<DigestAlgorithm> algorithms(String features) throws Exception {
    try (var server = ScriptedServer.answering(DECENT, features)) {
      return open(server)
          .store()
          .capability(Capability.Checksums.class)
          .map(Capability.Checksums::algorithms)
          .orElse(List.of());
    }
  }

  private static void assertRefused(
      Refusal refusal, ScriptedServer server, DigestAlgorithm algorithm, OctetRange range) {
    assertThatThrownBy(() -> digest(server, algorithm, range))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  private static String digest(ScriptedServer server, DigestAlgorithm algorithm, OctetRange range)
      throws Exception {
    FileStore store = open(server).store();
    try {
      var checksums = store.capability(Capability.Checksums.class).orElseThrow();
      return checksums.digest(path("/f"), algorithm, range).hex();
    } finally {
      store.close();
      server.awaitEnd();
    }
  }

  private static String features(String... lines) {
    return "C: FEAT\nS: 211-Features:\nS:  MLST size*;\nS:  "
        + String.join("\nS:  ", lines)
        + "\nS: 211 End\n";
  }
}
