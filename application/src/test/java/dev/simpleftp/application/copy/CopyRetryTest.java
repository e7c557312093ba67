package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The line breaks, and what comes of it.
final class CopyRetryTest extends CopyBench {
  @Test
  void aFileThatEndsEarlyIsNoSuccess() {
    from.lies = true;
    for (int i = 0; i < 10; i++) {
      from.cuts.add(120_000);
    }

    CopyFile.Failed failed = failure();

    assertThat(failed.side()).isEqualTo(CopyFile.Side.SOURCE);
    assertThat(failed.reason()).isInstanceOf(ConnectionFailed.class).hasMessageContaining("180000");
    assertThat(to.files).doesNotContainKey(target);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void confirmsWhatCameThroughBeforeTheLineBroke(boolean digests) throws IOException {
    if (digests) {
      to.abilities.add(Capability.Checksums.class);
    }
    to.faults.add(ShelfFileStore.Fault.COMMITTED_BUT_SILENT);

    CopyFile.Report report = copy();

    assertThat(report.moved()).isEqualTo(SIZE);
    assertThat(to.calls.stream().filter(call -> call.startsWith("upload"))).hasSize(1);
    assertThat(report.proof() instanceof Proof.ByDigest).isEqualTo(digests);
    assertThat(to.modified(target)).isEqualTo(SPRING);
  }

  @Test
  void sendsAgainWhatDidNotComeThrough() throws IOException {
    to.abilities.remove(Capability.Unfinished.class);
    to.abilities.add(Capability.Checksums.class);
    to.put(target, octets(2), SPRING);
    to.faults.add(ShelfFileStore.Fault.NOT_COMMITTED);

    CopyFile.Report report = copy();

    assertThat(report.moved()).isEqualTo(2L * SIZE);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void waitsLongerFromTryToTryAndThenGivesUp() {
    for (int i = 0; i < 6; i++) {
      fromDoor.troubles.add(ConnectionFailed.ofSession("Nobody listens."));
    }
    from.cuts.add(1000);

    CopyFile.Failed failed = failure();

    assertThat(failed).hasMessage("Nobody listens.");
    assertThat(ears.pauses)
        .containsExactly(
            "1:1", "2:2", "2:1", "3:4", "3:3", "3:2", "3:1", "4:7", "4:6", "4:5", "4:4", "4:3",
            "4:2", "4:1", "5:7", "5:6", "5:5", "5:4", "5:3", "5:2", "5:1");
  }

  @Test
  void countsAnewWhenATryGotFurther() throws IOException {
    for (int cut = 70_000; cut < SIZE; cut += 40_000) {
      from.cuts.add(cut);
    }

    CopyFile.Report report = copy();

    assertThat(report.retries()).isEqualTo(6);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void aLoginThatIsRefusedNowEndsIt() {
    from.cuts.add(1000);
    fromDoor.troubles.add(new Refused(Refusal.LOGIN_DENIED));

    assertThat(failure().reason()).isInstanceOf(Refused.class);
  }

  @Test
  void doesNotWaitForAPlaceThatWasNeverThere() {
    var endpoint =
        new Endpoint(
            "from:",
            new Endpoint.Opener() {
              @Override
              public Session open() throws IOException {
                throw ConnectionFailed.ofSession("Nobody listens.");
              }

              @Override
              public void close(Session session) {}
            });
    var order =
        new CopyFile.Order(
            new CopyFile.Place(endpoint, source),
            new CopyFile.Place(new Endpoint("to:", toDoor), target),
            options);

    CopyFile.Failed failed =
        catchThrowableOfType(CopyFile.Failed.class, () -> copying.copy(order, ears));

    assertThat(failed.side()).isEqualTo(CopyFile.Side.SOURCE);
    assertThat(ears.pauses).isEmpty();
  }

  @Test
  void whoeverEndsItKeepsWhatIsThere() throws IOException {
    var ends = new IllegalStateException("Ctrl-C");
    ears.onMove =
        () -> {
          throw ends;
        };

    assertThat(catchThrowableOfType(IllegalStateException.class, this::copy)).isSameAs(ends);

    assertThat(to.open).isZero();
    ears.onMove = () -> {};
    assertThat(part()).isNotEmpty();
    assertThat(copy().start()).isPositive();
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void anInterruptEndsThePause() {
    from.cuts.add(1000);
    Thread.currentThread().interrupt();

    IOException failure = catchThrowableOfType(IOException.class, this::copy);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isNotNull();
    assertThat(to.files).doesNotContainKey(target);
  }
}
