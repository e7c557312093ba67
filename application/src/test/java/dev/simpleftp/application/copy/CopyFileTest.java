package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyFile.Resume;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.application.store.Pace;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Proof;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CopyFileTest {
  private static final int SIZE = 300_000;
  private static final Instant SPRING = Instant.parse("2026-03-21T10:00:00Z");

  private final ShelfFileStore from = new ShelfFileStore();
  private final ShelfFileStore to = new ShelfFileStore();
  private final Notes journal = new Notes();
  private final Ears ears = new Ears();
  private final byte[] octets = octets(1);
  private FilePath source;
  private FilePath target;
  private long now;
  private CopyFile copying;
  private CopyFile.Options options = CopyFile.Options.USUAL;

  /// Notes in memory.
  private static final class Notes implements TransferJournal {
    final Map<Key, FileEntry> entries = new HashMap<>();

    @Override
    public Optional<FileEntry> find(Key key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void keep(Key key, FileEntry source) {
      entries.put(key, source);
    }

    @Override
    public void forget(Key key) {
      entries.remove(key);
    }
  }

  /// Writes down what it hears.
  private static final class Ears implements CopyListener {
    final List<Long> resumedAt = new ArrayList<>();
    final List<Proof> proofs = new ArrayList<>();
    final List<String> pauses = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    Runnable onMove = () -> {};

    @Override
    public void resumed(long start, Proof proof) {
      resumedAt.add(start);
      proofs.add(proof);
    }

    @Override
    public void moved(long done) {
      onMove.run();
    }

    @Override
    public void waits(Duration left, int attempt, IOException cause) {
      pauses.add(attempt + ":" + left.toSeconds());
    }

    @Override
    public void warned(String sentence) {
      warnings.add(sentence);
    }
  }

  /// Opens sessions to a store that is there already.
  private static final class Door implements Endpoint.Opener {
    private final FileStore store;
    final List<IOException> troubles = new ArrayList<>();
    int opened;

    Door(FileStore store) {
      this.store = store;
    }

    @Override
    public Session open() throws IOException {
      opened++;
      if (opened > 1 && !troubles.isEmpty()) {
        throw troubles.removeFirst();
      }
      var identity = new Identity(opened, "me", new Peer("there", 21));
      return new Session(identity, store, FilePath.ROOT);
    }

    @Override
    public void close(Session session) {}
  }

  private final Door fromDoor = new Door(from);
  private final Door toDoor = new Door(to);

  private static byte[] octets(long seed) {
    byte[] octets = new byte[SIZE];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  @BeforeEach
  void prepare() throws Refused {
    source = FilePath.of("/a");
    target = FilePath.of("/b");
    from.put(source, octets, SPRING);
    to.abilities.add(Capability.Unfinished.class);
    to.abilities.add(Capability.Timestamps.class);
    copying = new CopyFileService(journal, new Pace(() -> now, nanos -> now += nanos));
  }

  private CopyFile.Report copy() throws IOException {
    var order =
        new CopyFile.Order(
            new CopyFile.Place(new Endpoint("from:", fromDoor), source),
            new CopyFile.Place(new Endpoint("to:", toDoor), target),
            options);
    return copying.copy(order, ears);
  }

  private CopyFile.Failed failure() {
    return catchThrowableOfType(CopyFile.Failed.class, this::copy);
  }

  private void once() {
    options = options.withRetries(CopyFile.Retries.NONE);
  }

  /// Leaves the first octets of the source as a part that the journal knows.
  private void interruptAt(int cut) {
    CopyFile.Options usual = options;
    once();
    from.cuts.add(cut);
    assertThat(failure().isResumable()).isTrue();
    options = usual;
    assertThat(part()).hasSize(cut);
  }

  private byte[] part() {
    return to.octets(target.withName(target.name().part()));
  }

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

  @Test
  void leavesAPartOfUnknownOriginAlone() throws IOException {
    interruptAt(120_000);
    journal.entries.clear();

    copy();

    assertThat(ears.resumedAt).isEmpty();
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void goesOnWithAPartOfUnknownOriginOnlyIfTheDigestProvesIt(boolean digests) throws IOException {
    if (digests) {
      from.abilities.add(Capability.Checksums.class);
    }
    interruptAt(120_000);
    journal.entries.clear();
    options = options.withResume(Resume.IF_PROVED);

    copy();

    assertThat(ears.resumedAt).isEqualTo(digests ? List.of(120_000L) : List.of());
    assertThat(to.octets(target)).isEqualTo(octets);
  }

  @Test
  void beginsAnewWhenToldSo() throws IOException {
    interruptAt(120_000);
    options = options.withResume(Resume.NEVER);

    assertThat(copy().start()).isZero();
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
  void goesOnWhenThereIsRoomAgain() throws IOException {
    to.room = 200_000;
    failure();
    to.room = Integer.MAX_VALUE;

    assertThat(copy().start()).isEqualTo(200_000);
    assertThat(to.octets(target)).isEqualTo(octets);
  }

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
