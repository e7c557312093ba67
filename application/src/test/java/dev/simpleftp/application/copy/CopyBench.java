package dev.simpleftp.application.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.simpleftp.application.port.in.CopyFile;
import dev.simpleftp.application.port.in.CopyListener;
import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.TransferJournal;
import dev.simpleftp.application.session.Endpoint;
import dev.simpleftp.application.session.Session;
import dev.simpleftp.application.store.Pace;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Identity;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Proof;
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

/// Two shelves, a copy between them, and what is heard of it.
abstract class CopyBench {
  static final int SIZE = 300_000;
  static final Instant SPRING = Instant.parse("2026-03-21T10:00:00Z");

  final ShelfFileStore from = new ShelfFileStore();
  final ShelfFileStore to = new ShelfFileStore();
  final Notes journal = new Notes();
  final Ears ears = new Ears();
  final byte[] octets = octets(1);
  FilePath source;
  FilePath target;
  private long now;
  CopyFile copying;
  CopyFile.Options options = CopyFile.Options.USUAL;

  /// Notes in memory.
  static final class Notes implements TransferJournal {
    final Map<Key, Note> entries = new HashMap<>();

    /// Whether there is no room for a note.
    boolean full;

    @Override
    public Optional<Note> find(Key key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void keep(Key key, Note note) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
      entries.put(key, note);
    }

    @Override
    public void forget(Key key) {
      entries.remove(key);
    }
  }

  /// Writes down what it hears.
  static final class Ears implements CopyListener {
    final List<Long> resumedAt = new ArrayList<>();
    final List<Proof> proofs = new ArrayList<>();
    final List<String> pauses = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    Runnable onMove = () -> {};
    Runnable onWait = () -> {};

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
      onWait.run();
      pauses.add(attempt + ":" + left.toSeconds());
    }

    @Override
    public void warned(String sentence) {
      warnings.add(sentence);
    }
  }

  /// Opens sessions to a store that is there already.
  static final class Door implements Endpoint.Opener {
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

  final Door fromDoor = new Door(from);
  final Door toDoor = new Door(to);

  static byte[] octets(long seed) {
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

  CopyFile.Report copy() throws IOException {
    var order =
        new CopyFile.Order(
            new CopyFile.Place(new Endpoint("from:", fromDoor), source),
            new CopyFile.Place(new Endpoint("to:", toDoor), target),
            options);
    return copying.copy(order, ears);
  }

  CopyFile.Failed failure() {
    return catchThrowableOfType(CopyFile.Failed.class, this::copy);
  }

  void once() {
    options = options.withRetries(CopyFile.Retries.NONE);
  }

  /// Leaves the first octets of the source as a part that the journal knows.
  void interruptAt(int cut) {
    CopyFile.Options usual = options;
    once();
    from.cuts.add(cut);
    assertThat(failure().isResumable()).isTrue();
    options = usual;
    assertThat(part()).hasSize(cut);
  }

  byte[] part() {
    return to.octets(partPlace());
  }

  FilePath partPlace() {
    return target.withName(target.name().part());
  }
}
