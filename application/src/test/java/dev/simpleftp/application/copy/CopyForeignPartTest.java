package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Resume;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody else left under the name of a part is never overwritten unless somebody says so.
final class CopyForeignPartTest extends CopyBench {
  private static final String NOT_OURS = "'b.part' is there already and is not ours";
  private static final String DIFFERENT =
      "'b.part' is there already and is not the beginning of the file";
  private static final String UNPROVED =
      "'b.part' is there already and cannot be proved to be the beginning of the file";

  private void leave(byte[] foreign) {
    to.put(partPlace(), foreign, SPRING);
  }

  private void assertSpared(String why, byte[] foreign) {
    CopyFile.Failed failed = failure();
    assertThat(failed.side()).isEqualTo(CopyFile.Side.TARGET);
    assertThat(failed.reason()).isInstanceOf(CopyFile.ForeignPart.class).hasMessage(why);
    assertThat(failed.isResumable()).isFalse();
    assertThat(part()).isEqualTo(foreign);
    assertThat(to.files).containsOnlyKeys(partPlace());
  }

  @ParameterizedTest
  @EnumSource(names = {"IF_KNOWN", "NEVER"})
  void isLeftAlone(Resume resume) {
    byte[] foreign = {1, 2, 3};
    leave(foreign);
    options = options.withResume(resume);

    assertSpared(NOT_OURS, foreign);
  }

  @Test
  void isLeftAloneWhenTheSourceIsALink() {
    byte[] foreign = {1, 2, 3};
    leave(foreign);
    from.kind = FileKind.LINK;
    options = options.withResume(Resume.IF_PROVED);

    assertSpared(NOT_OURS, foreign);
  }

  @ParameterizedTest
  @EnumSource(names = {"IF_KNOWN_ELSE_ANEW", "ANEW"})
  void isReplacedWhenSomebodySaysSo(Resume resume) throws IOException {
    leave(new byte[] {1, 2, 3});
    options = options.withResume(resume);

    copy();

    assertThat(ears.resumedAt).isEmpty();
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void goesOnIfTheDigestProvesIt() throws IOException {
    from.abilities.add(Capability.Checksums.class);
    leave(Arrays.copyOf(octets, 120_000));
    options = options.withResume(Resume.IF_PROVED);

    copy();

    assertThat(ears.resumedAt).containsExactly(120_000L);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void isLeftAloneWhereNothingCanProveIt() {
    byte[] foreign = Arrays.copyOf(octets, 120_000);
    leave(foreign);
    options = options.withResume(Resume.IF_PROVED);

    assertSpared(UNPROVED, foreign);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, CopyTail.LENGTH, 120_000, SIZE + 1})
  void isLeftAloneWhenItIsNotTheBeginning(int size) {
    if (size > CopyTail.LENGTH) {
      from.abilities.add(Capability.Checksums.class);
    }
    byte[] foreign = Arrays.copyOf(octets(2), size);
    leave(foreign);
    options = options.withResume(Resume.IF_PROVED);

    assertSpared(DIFFERENT, foreign);
  }

  @ParameterizedTest
  @EnumSource(names = {"IF_KNOWN", "NEVER"})
  void isToldFromOursByItsIdentity(Resume resume) {
    interruptAt(120_000);
    byte[] foreign = {1, 2, 3};
    leave(foreign);
    options = options.withResume(resume);

    assertSpared(NOT_OURS, foreign);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isNotTakenForOursWhereNobodyTellsIdentities(boolean digests) {
    if (digests) {
      from.abilities.add(Capability.Checksums.class);
    }
    to.anonymous = true;
    interruptAt(120_000);
    byte[] foreign = Arrays.copyOf(octets(2), 100_000);
    leave(foreign);

    assertSpared(DIFFERENT, foreign);
  }

  @Test
  void ourPartOfAnOlderFileMakesRoomWhereNobodyTellsIdentities() throws IOException {
    to.anonymous = true;
    interruptAt(120_000);
    byte[] other = octets(2);
    from.put(source, other, SPRING.plusSeconds(1));

    assertThat(copy().start()).isZero();

    assertThat(to.octets(target)).isEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource(names = {"FILE", "LINK"})
  void ourPartThatIsNotNotedIsKnownByTheNextTry(FileKind kind) throws IOException {
    interruptAt(120_000);
    to.files.clear();
    from.kind = kind;
    journal.full = true;
    from.cuts.add(100_000);

    assertThat(copy().retries()).isEqualTo(1);

    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void isNotTakenForOursAfterAnUploadThatWasRefused() {
    to.refusals.add(new Refused(Refusal.DENIED));
    failure();
    byte[] foreign = {1, 2, 3};
    leave(foreign);

    assertThat(journal.entries).isEmpty();
    assertSpared(NOT_OURS, foreign);
  }

  @Test
  void isNotTakenForOursWhileAnotherCopyIsAwaited() {
    to.anonymous = true;
    to.refusals.add(new Refused(Refusal.BUSY));
    byte[] foreign = {1, 2, 3};
    ears.onWait = () -> leave(foreign);

    assertSpared(NOT_OURS, foreign);
  }

  @Test
  void noNoteStaysOfACopyThatLeftNoPart() {
    once();
    from.cuts.add(0);

    failure();

    assertThat(to.files).isEmpty();
    assertThat(journal.entries).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPartThatIsMovedWhileItIsReadIsLookedForAgain(boolean digests) throws IOException {
    if (digests) {
      from.abilities.add(Capability.Checksums.class);
    }
    interruptAt(120_000);
    to.beforeReading = () -> to.files.remove(partPlace());

    assertThat(copy().retries()).isEqualTo(1);

    assertThat(ears.resumedAt).isEmpty();
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void aPartThatIsMovedBeforeItIsContinuedIsLookedForAgain() throws IOException {
    interruptAt(120_000);
    from.beforeReading = () -> to.files.remove(partPlace());

    assertThat(copy().retries()).isEqualTo(1);

    assertThat(ears.resumedAt).isEmpty();
    assertThat(to.octets(target)).isEqualTo(octets);
  }
}
