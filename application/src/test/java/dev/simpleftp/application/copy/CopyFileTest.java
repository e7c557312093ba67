package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A copy that comes about, or does not.
final class CopyFileTest extends CopyBench {
  @Test
  void copiesContentAndTime() throws IOException {
    CopyFile.Report report = copy();

    assertThat(to.octets(target)).isEqualTo(octets);
    assertThat(to.modified(target)).isEqualTo(SPRING);
    assertThat(report.proof()).isEqualTo(Proof.BY_SIZE);
    assertThat(report.moved()).isEqualTo(SIZE);
    assertThat(report.timeKept()).isTrue();
    assertThat(journal.entries).isEmpty();
    assertThat(to.open).isZero();
  }

  @Test
  void asksNoQuestionMoreThanNeeded() throws IOException {
    copy();

    assertThat(from.calls).containsExactly("describe /a", "download /a 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "to", "both"})
  void comparesDigestsWhereOneSideComputesThem(String side) throws IOException {
    (side.equals("to") ? to : from).abilities.add(Capability.Checksums.class);
    (side.equals("from") ? from : to).abilities.add(Capability.Checksums.class);

    Proof proof = copy().proof();

    assertThat(proof)
        .isInstanceOfSatisfying(
            Proof.ByDigest.class,
            d -> assertThat(d.digest().algorithm()).isEqualTo(DigestAlgorithm.SHA_256));
  }

  @Test
  void givesUpAtOnceWhenThereIsNoRoom() {
    to.room = 200_000;

    CopyFile.Failed failed = failure();

    assertThat(failed.side()).isEqualTo(CopyFile.Side.TARGET);
    assertThat(failed.reason())
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.NO_SPACE));
    assertThat(failed.isResumable()).isTrue();
    assertThat(ears.pauses).isEmpty();
    assertThat(to.files).doesNotContainKey(target);
  }

  @Test
  void nothingGoesOnWhereNothingHasMoved() {
    from.files.clear();

    assertThat(failure().isResumable()).isFalse();
  }

  @Test
  void provesNothingByASizeThatNobodyKnows() throws IOException {
    from.sizeless = true;

    assertThat(copy().proof()).isEqualTo(Proof.NONE);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void goesOnWithNoPartOfAFileWhoseSizeNobodyKnows() {
    from.sizeless = true;
    from.cuts.add(100_000);
    once();

    assertThat(failure().isResumable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void replacesNothingThatCameWhileItCopied(boolean resumed) {
    if (resumed) {
      interruptAt(120_000);
    }
    options = options.withReplace(false);
    ears.onMove = () -> to.put(target, new byte[] {1, 2, 3}, SPRING);

    assertTaken(failure());

    assertThat(part()).isEqualTo(octets);
    assertThat(journal.entries).hasSize(1);
  }

  @Test
  void looksAtTheNameAgainBeforeItTriesAgain() {
    options = options.withReplace(false);
    from.cuts.add(100_000);
    ears.onMove = () -> to.put(target, new byte[] {1, 2, 3}, SPRING);

    assertTaken(failure());

    assertThat(part()).hasSize(100_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void replacesNothingThatCameBeforeItTakesItsNameAtLast(boolean late) {
    options = options.withReplace(false);
    to.faults.add(ShelfFileStore.Fault.NOT_PLACED);
    Runnable comes = () -> to.put(target, new byte[] {1, 2, 3}, SPRING);
    if (late) {
      to.beforeReading = comes;
    } else {
      ears.onWait = comes;
    }

    assertTaken(failure());

    assertThat(part()).isEqualTo(octets);
  }

  private void assertTaken(CopyFile.Failed failed) {
    assertThat(failed.side()).isEqualTo(CopyFile.Side.TARGET);
    assertThat(failed.reason())
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.refusal()).isEqualTo(Refusal.ALREADY_EXISTS))
        .hasMessage("'b' has come to stand there meanwhile and is not replaced");
    assertThat(failed.isResumable()).isTrue();
    assertThat(to.octets(target)).containsExactly(1, 2, 3);
  }

  @Test
  void takesItsOwnUnconfirmedCopyForNobodyElses() throws IOException {
    to.abilities.remove(Capability.Unfinished.class);
    to.faults.add(ShelfFileStore.Fault.COMMITTED_BUT_SILENT);
    options = options.withReplace(false);

    assertThat(copy().retries()).isEqualTo(1);

    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void aDifferentDigestKeepsTheOldFile() throws IOException {
    from.abilities.add(Capability.Checksums.class);
    to.put(target, new byte[] {1, 2, 3}, SPRING);
    ears.onMove = () -> from.put(source, octets(2), SPRING);

    CopyFile.Failed failed = failure();

    assertThat(failed.reason()).isInstanceOf(CopyFile.Mismatch.class);
    assertThat(failed.isResumable()).isFalse();
    assertThat(to.octets(target)).containsExactly(1, 2, 3);
    assertThat(to.files).hasSize(1);
    assertThat(journal.entries).isEmpty();
  }

  @Test
  void aCopyThatWasSpoiledOverThereIsNoSuccess() {
    to.abilities.add(Capability.Checksums.class);
    to.faults.add(ShelfFileStore.Fault.SPOILED);

    assertThat(failure().reason()).isInstanceOf(CopyFile.Mismatch.class);
  }

  @Test
  void aCopyThatStandsUnderAnotherNameIsNoSuccess() {
    to.faults.add(ShelfFileStore.Fault.RENAMED);

    assertThat(failure().reason())
        .isInstanceOf(CopyFile.Mismatch.class)
        .hasMessageContaining("nothing stands at '" + target + "'")
        .hasMessageContaining("under another name");
  }

  @Test
  void goesOnWithNothingAfterAMismatch() {
    to.abilities.add(Capability.Checksums.class);
    to.faults.add(ShelfFileStore.Fault.SPOILED);

    assertThat(failure().isResumable()).isFalse();
    assertThat(journal.entries).isEmpty();
  }

  @Test
  void provesNothingByWhatTheTargetDoesNotTakeForAFile() throws IOException {
    to.abilities.remove(Capability.Unfinished.class);
    to.kind = FileKind.OTHER;

    assertThat(copy().proof()).isEqualTo(Proof.NONE);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void moreThanTheSourceToldIsNoSuccess() {
    from.understates = true;
    to.put(target, new byte[] {1, 2, 3}, SPRING);

    CopyFile.Failed failed = failure();

    assertThat(failed.reason())
        .isInstanceOf(CopyFile.Mismatch.class)
        .hasMessage("300000 bytes came, but the source has 299999; copy it again.");
    assertThat(failed.isResumable()).isFalse();
    assertThat(ears.pauses).isEmpty();
    assertThat(to.files).containsOnlyKeys(target);
    assertThat(to.octets(target)).containsExactly(1, 2, 3);
  }

  @Test
  void copiesASourceThatGrewOnceMore() throws IOException {
    from.understates = true;
    ears.onMove =
        () -> {
          from.understates = false;
          from.put(source, octets, SPRING.plusSeconds(1));
        };

    assertThat(copy().proof()).isEqualTo(Proof.BY_SIZE);

    assertThat(ears.pauses).containsExactly("1:1");
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void givesUpASourceThatGrowsAgain() {
    from.understates = true;
    int[] seconds = new int[1];
    ears.onMove = () -> from.put(source, octets, SPRING.plusSeconds(++seconds[0]));

    assertThat(failure().reason())
        .isInstanceOf(CopyFile.Mismatch.class)
        .hasMessageContaining("changed while it was copied");
    assertThat(ears.pauses).hasSize(1);
    assertThat(to.files).isEmpty();
  }

  @Test
  void takesWhatIsLongerWhereNobodyStandsByTheSize() throws IOException {
    from.understates = true;
    from.promises = false;
    to.abilities.clear();

    assertThat(copy().proof()).isEqualTo(Proof.NONE);

    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void copiesAnEmptyFile() throws IOException {
    from.put(source, new byte[0], SPRING);
    to.room = 0;

    assertThat(copy().proof()).isEqualTo(Proof.BY_SIZE);

    assertThat(to.octets(target)).isEmpty();
  }

  @Test
  void copiesToAStoreThatKeepsNoTimes() throws IOException {
    to.abilities.remove(Capability.Timestamps.class);

    assertThat(copy().timeKept()).isFalse();
  }
}
