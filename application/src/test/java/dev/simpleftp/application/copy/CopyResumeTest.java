package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Resume;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.domain.Proof;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is there goes on, or never becomes part of the copy.
final class CopyResumeTest extends CopyBench {
  @Test
  void goesOnWhereTheLineBroke() throws IOException {
    from.cuts.add(120_000);

    CopyFile.Report report = copy();

    assertThat(to.octets(target)).isEqualTo(octets);
    assertThat(ears.resumedAt).containsExactly(120_000L);
    assertThat(from.calls).contains("download /a " + (120_000 - CopyTail.LENGTH));
    assertThat(report.retries()).isEqualTo(1);
    assertThat(report.moved()).isEqualTo(SIZE);
    assertThat(fromDoor.opened).isEqualTo(2);
    assertThat(toDoor.opened).isEqualTo(1);
  }

  @Test
  void provesThePartByDigestWhereThatIsPossible() throws IOException {
    from.abilities.add(Capability.Checksums.class);
    from.cuts.add(120_000);

    CopyFile.Report report = copy();

    assertThat(ears.proofs).singleElement().isInstanceOf(Proof.ByDigest.class);
    assertThat(from.calls).contains("download /a 120000");
    assertThat(report.proof()).isInstanceOf(Proof.ByDigest.class);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void aLaterCopyGoesOnAsWell() throws IOException {
    interruptAt(120_000);

    CopyFile.Report report = copy();

    assertThat(report.start()).isEqualTo(120_000);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void finishesAPartThatIsComplete() throws IOException {
    to.faults.add(ShelfFileStore.Fault.NOT_COMMITTED);

    CopyFile.Report report = copy();

    assertThat(ears.resumedAt).containsExactly((long) SIZE);
    assertThat(report.moved()).isEqualTo(SIZE);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neverMixesAFileThatWasReplacedBetweenTheHalves(boolean digests) throws IOException {
    if (digests) {
      from.abilities.add(Capability.Checksums.class);
    }
    interruptAt(120_000);
    byte[] other = octets(2);
    from.put(source, other, SPRING.plusSeconds(1));

    assertThat(copy().start()).isZero();

    assertThat(to.octets(target)).isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neverMixesAFileThatLooksTheSame(boolean digests) throws IOException {
    if (digests) {
      from.abilities.add(Capability.Checksums.class);
    }
    interruptAt(120_000);
    byte[] other = octets(2);
    from.exchange(source, other);

    copy();

    assertThat(to.octets(target)).isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void trustsASourceWithoutATimeOnlyIfTheDigestProvesIt(boolean digests) throws IOException {
    if (digests) {
      from.abilities.add(Capability.Checksums.class);
    }
    from.put(source, octets, Instant.EPOCH);
    interruptAt(120_000);

    assertThat(copy().start()).isEqualTo(digests ? 120_000 : 0);

    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void knowsThePartOfASmallFileThatFailed() throws IOException {
    byte[] few = Arrays.copyOf(octets, 2000);
    from.put(source, few, SPRING);
    interruptAt(1000);

    assertThat(copy().start()).isEqualTo(1000);

    assertThat(to.octets(target)).isEqualTo(few);
    assertThat(journal.entries).isEmpty();
  }

  @Test
  void beginsAnewWhenToldSo() throws IOException {
    interruptAt(120_000);
    options = options.withResume(Resume.NEVER);

    assertThat(copy().start()).isZero();
  }

  @Test
  void goesOnWhenThereIsRoomAgain() throws IOException {
    to.room = 200_000;
    failure();
    to.room = Integer.MAX_VALUE;

    assertThat(copy().start()).isEqualTo(200_000);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void resumesAtAnyOctet() throws IOException {
    for (int cut : new int[] {1, 65_535, 65_536, 65_537, SIZE - 1}) {
      to.files.clear();
      interruptAt(cut);

      copy();

      assertThat(to.octets(target)).isEqualTo(octets);
    }
  }
}
