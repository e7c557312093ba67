package dev.simpleftp.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.DigestFile;
import dev.simpleftp.application.port.in.DigestFile.Question;
import dev.simpleftp.application.port.in.DigestFile.Watcher;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.application.store.GuardedFileStore;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Grants;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Permission;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.StoreFailure;
import dev.simpleftp.domain.TreeEdit;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestFileTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Identity ALICE = new Identity(1, "alice", new Peer("127.0.0.1", 4711));
  private static final Watcher PATIENT = _ -> true;
  private static final FilePath FILE = FilePath.ROOT.child(OneFileStore.NAME);

  private final TextStore store = new TextStore("123456789", NOW.minusSeconds(60));
  private final DigestFileService digests = new DigestFileService(() -> NOW, 2);

  private DigestFile.Result digest(FileStore from, DigestAlgorithm algorithm, OctetRange range)
      throws IOException {
    var session = new Session(ALICE, from, FilePath.ROOT);
    return digests.digest(session, FILE, new Question(algorithm, range), PATIENT);
  }

  private String hex(DigestAlgorithm algorithm) throws IOException {
    return digest(store, algorithm, OctetRange.WHOLE).digest().hex();
  }

  @Test
  void computesTheWellKnownDigests() throws IOException {
    assertThat(hex(DigestAlgorithm.CRC32)).isEqualTo("cbf43926");
    assertThat(hex(DigestAlgorithm.MD5)).isEqualTo("25f9e794323b453885f5181f1b624d0b");
    assertThat(hex(DigestAlgorithm.SHA_1)).isEqualTo("f7c3bc1d808e04732adf679965ccc34ca7ae3441");
    assertThat(hex(DigestAlgorithm.SHA_256))
        .isEqualTo("15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225");
    assertThat(hex(DigestAlgorithm.SHA_512)).startsWith("d9e6762dd1c8eaf6d61b3c6192fc408d");
  }

  @Test
  void digestsOnlyTheOctetsOfTheRange() throws IOException {
    var tail = digest(store, DigestAlgorithm.CRC32, new OctetRange(6, 100));

    assertThat(tail.range()).isEqualTo(new OctetRange(6, 9));
    store.text = "789";
    assertThat(hex(DigestAlgorithm.CRC32)).isEqualTo(tail.digest().hex());
  }

  @Test
  void refusesARangeThatBeginsBehindTheLastOctet() {
    var refused =
        catchThrowableOfType(
            Refused.class, () -> digest(store, DigestAlgorithm.MD5, new OctetRange(9, 12)));

    assertThat(refused.refusal()).isEqualTo(Refusal.OFFSET_BEYOND_END);
  }

  @Test
  void readsAFileThatDidNotChangeOnlyOnce() throws IOException {
    String first = hex(DigestAlgorithm.MD5);

    store.text = "987654321"; // as no file system would show it: same number, size and time
    assertThat(hex(DigestAlgorithm.MD5)).isEqualTo(first);
  }

  @Test
  void readsAFileAgainWhenItsTimeOrSizeOrNumberIsAnother() throws IOException {
    String first = hex(DigestAlgorithm.MD5);

    store.text = "987654321";
    store.modified = store.modified.minusNanos(1);
    String second = hex(DigestAlgorithm.MD5);
    store.text = "abcdefghi";
    store.unique = "another";

    assertThat(Set.of(first, second, hex(DigestAlgorithm.MD5))).hasSize(3);
  }

  @Test
  void doesNotRememberAFileThatChangedJustNow() throws IOException {
    store.modified = NOW.minusSeconds(2);
    String first = hex(DigestAlgorithm.MD5);

    store.text = "987654321";
    assertThat(hex(DigestAlgorithm.MD5)).isNotEqualTo(first);
  }

  @Test
  void doesNotRememberAFileWithoutANumber() throws IOException {
    store.unique = "";
    String first = hex(DigestAlgorithm.MD5);

    store.text = "987654321";
    assertThat(hex(DigestAlgorithm.MD5)).isNotEqualTo(first);
  }

  @Test
  void forgetsAFileOfATimeThatSomebodyGives() throws IOException {
    String first = hex(DigestAlgorithm.MD5);

    digests.before(new TreeEdit.Modify(FILE, store.modified));
    store.text = "987654321";

    assertThat(hex(DigestAlgorithm.MD5)).isNotEqualTo(first);
  }

  @Test
  void remembersNoMoreThanItMay() throws IOException {
    String first = hex(DigestAlgorithm.MD5);
    hex(DigestAlgorithm.SHA_1);
    hex(DigestAlgorithm.SHA_256);

    store.text = "987654321";
    assertThat(hex(DigestAlgorithm.MD5)).isNotEqualTo(first);
  }

  @Test
  void tellsNoKnownDigestToSomebodyWhoMayNotRead() throws IOException {
    hex(DigestAlgorithm.MD5);
    Set<Permission> allButRead = EnumSet.complementOf(EnumSet.of(Permission.READ));
    var guarded = new GuardedFileStore(store, Grants.everywhere(allButRead));

    var refused =
        catchThrowableOfType(
            Refused.class, () -> digest(guarded, DigestAlgorithm.MD5, OctetRange.WHOLE));

    assertThat(refused.refusal()).isEqualTo(Refusal.DENIED);
  }

  @Test
  void failsWhenTheFileChangesWhileItIsRead() {
    store.meanwhile = () -> store.modified = NOW;

    assertThatThrownBy(() -> hex(DigestAlgorithm.MD5))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("The file changed while it was read.");
  }

  @Test
  void failsWhenTheFileBecomesShorterWhileItIsRead() {
    store.missing = 1;

    assertThatThrownBy(() -> hex(DigestAlgorithm.MD5))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("The file became shorter while it was read.");
  }

  @Test
  void goesOnWithTheOldFileWhenItIsRemovedWhileItIsRead() throws IOException {
    store.meanwhile = () -> store.gone = true;

    assertThat(hex(DigestAlgorithm.CRC32)).isEqualTo("cbf43926");
  }

  @Test
  void stopsWhenNobodyWantsItAnyMore() {
    var session = new Session(ALICE, store, FilePath.ROOT);
    var question = new Question(DigestAlgorithm.MD5, OctetRange.WHOLE);

    assertThatThrownBy(() -> digests.digest(session, FILE, question, octets -> octets < 1))
        .isInstanceOf(DigestFile.Cancelled.class);
    assertThat(store.open).isZero();
  }
}
