package dev.simpleftp.application.copy;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.ProgressListener;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A shelf of files whose deliveries can go wrong, in the order in which a test asks for it.
final class ShelfFileStore implements FileStore {
  /// What happens next.
  enum Fault {
    /// A commit puts the file in its place, and then the line breaks.
    COMMITTED_BUT_SILENT,
    /// The line breaks before the file is in its place.
    NOT_COMMITTED,
    /// The line breaks when the file is about to take its place.
    NOT_PLACED,
    /// What is written is not what was sent.
    SPOILED,
    /// The copy stands under another name.
    RENAMED
  }

  final Map<FilePath, File> files = new HashMap<>();
  final Set<Class<? extends Capability>> abilities = new HashSet<>();
  final List<String> calls = new ArrayList<>();

  /// Octets after which each of the next downloads breaks off.
  final List<Integer> cuts = new ArrayList<>();

  /// What becomes of the next uploads.
  final List<Fault> faults = new ArrayList<>();

  /// What the next uploads are refused with.
  final List<Refused> refusals = new ArrayList<>();

  /// Happens once when a file is about to be read.
  Runnable beforeReading = () -> {};

  /// Whether it tells no identities.
  boolean anonymous;

  /// Octets that this shelf still takes.
  int room = Integer.MAX_VALUE;

  /// Whether a download that is cut pretends to be complete.
  boolean lies;

  /// Whether it tells no sizes.
  boolean sizeless;

  /// Whether it stands by the sizes it tells.
  boolean promises = true;

  /// What it takes everything for.
  FileKind kind = FileKind.FILE;

  /// Whether it tells less octets than it delivers, by one.
  boolean understates;

  /// Opened uploads that were not closed.
  int open;

  /// What stands on the shelf.
  static final class File {
    private final byte[] octets;
    private final Instant modified;
    private final String unique;

    File(byte[] octets, Instant modified, String unique) {
      this.octets = octets;
      this.modified = modified;
      this.unique = unique;
    }
  }

  void put(FilePath path, byte[] octets, Instant modified) {
    files.put(path, new File(octets, modified, "u" + Arrays.hashCode(octets)));
  }

  private File file(FilePath path) {
    return Objects.requireNonNull(files.get(path));
  }

  Instant modified(FilePath path) {
    return file(path).modified;
  }

  /// Another content for a file of which everything else stays as it was.
  void exchange(FilePath path, byte[] octets) {
    files.put(path, new File(octets, file(path).modified, file(path).unique));
  }

  byte[] octets(FilePath path) {
    return file(path).octets;
  }

  @Override
  public FileEntry describe(FilePath path) throws Refused {
    calls.add("describe " + path);
    File file = find(path);
    var entry = new FileEntry(path.name(), kind, toldSize(file), file.modified, 0644, unique(file));
    return sizeless ? entry.withoutSize() : entry;
  }

  private String unique(File file) {
    return anonymous ? "" : file.unique;
  }

  private long toldSize(File file) {
    return kind == FileKind.FILE ? file.octets.length - (understates ? 1 : 0) : 0;
  }

  private File find(FilePath path) throws Refused {
    File file = files.get(path);
    if (file == null) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return file;
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    FileEntry entry = describe(path);
    calls.add("download " + path + " " + offset);
    Runnable meanwhile = beforeReading;
    beforeReading = () -> {};
    meanwhile.run();
    byte[] octets = find(path).octets;
    int end = cuts.isEmpty() ? octets.length : Math.min(octets.length, cuts.removeFirst());
    return new ShelfDownload(
        this, entry, ByteBuffer.wrap(octets, (int) offset, Math.max(0, end - (int) offset)));
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    calls.add("upload " + path + " " + mode);
    if (!refusals.isEmpty()) {
      throw refusals.removeFirst();
    }
    open++;
    return new Writing(path, mode);
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    return abilities.contains(type)
        ? Capability.find(
            type,
            (Capability.Timestamps) this::modify,
            (Capability.Unfinished) path -> path.withName(path.name().part()),
            new Sums())
        : Optional.empty();
  }

  private void modify(FilePath path, Instant modified) throws Refused {
    File file = find(path);
    files.put(path, new File(file.octets, modified, file.unique));
  }

  private boolean keeps() {
    return abilities.contains(Capability.Unfinished.class);
  }

  @Override
  public void removeFile(FilePath path) {
    files.remove(path);
  }

  @Override
  public Listing list(FilePath directory) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void makeDirectory(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeDirectory(FilePath path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rename(FilePath from, FilePath to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private final class Sums implements Capability.Checksums {
    @Override
    public List<DigestAlgorithm> algorithms() {
      return List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.CRC32);
    }

    @Override
    public Digest digest(FilePath path, DigestAlgorithm algorithm, OctetRange range)
        throws IOException {
      byte[] octets = find(path).octets;
      OctetRange part = range.within(octets.length);
      DigestState state = DigestState.of(algorithm);
      state.update(ByteBuffer.wrap(octets, (int) part.start(), (int) part.length()));
      return state.digest();
    }
  }

  private final class Writing implements Upload {
    private final FilePath path;
    private final FilePath place;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private boolean done;

    Writing(FilePath path, WriteMode mode) throws Refused {
      this.path = path;
      this.place = keeps() ? path.withName(path.name().part()) : path;
      if (mode instanceof WriteMode.ResumeAt(long offset)) {
        byte[] old = find(place).octets;
        if (offset != old.length) {
          throw new Refused(Refusal.OFFSET_BEYOND_END);
        }
        octets.writeBytes(old);
      } else if (keeps()) {
        files.putIfAbsent(place, new File(new byte[0], Instant.EPOCH, "part " + calls.size()));
        exchange(place, new byte[0]);
      }
    }

    @Override
    public long transferFrom(ReadableByteChannel source, ProgressListener progress)
        throws IOException {
      ByteBuffer block = ByteBuffer.allocate(1000);
      long moved = 0;
      while (source.read(block.clear()) >= 0) {
        if (octets.size() + block.position() > room) {
          throw new Refused(Refusal.NO_SPACE);
        }
        octets.write(block.array(), 0, block.position());
        moved += block.position();
        progress.moved(moved);
      }
      return moved;
    }

    @Override
    public boolean commit(BooleanSupplier stillWanted) throws IOException {
      Optional<Fault> fault =
          faults.isEmpty() ? Optional.empty() : Optional.of(faults.removeFirst());
      if (fault.filter(f -> f == Fault.NOT_COMMITTED).isPresent()) {
        throw ConnectionFailed.ofSession("The line is cut before the end.");
      }
      if (!stillWanted.getAsBoolean()) {
        return false;
      }
      if (fault.filter(f -> f == Fault.NOT_PLACED).isPresent()) {
        throw ConnectionFailed.ofSession("The line is cut at the end.");
      }
      byte[] content = octets.toByteArray();
      if (fault.filter(f -> f == Fault.SPOILED).isPresent()) {
        content[0] ^= 1;
      }
      boolean renamed = fault.filter(f -> f == Fault.RENAMED).isPresent();
      put(renamed ? path.withName(new FileName("other")) : path, content, Instant.EPOCH);
      files.remove(place.equals(path) ? FilePath.ROOT : place);
      done = true;
      if (fault.filter(f -> f == Fault.COMMITTED_BUT_SILENT).isPresent()) {
        throw ConnectionFailed.ofSession("The line is cut after the end.");
      }
      return true;
    }

    @Override
    public void close() {
      open--;
      if (!done && keeps()) {
        exchange(place, octets.toByteArray());
        files.remove(octets.size() > 0 ? FilePath.ROOT : place);
      }
      done = true;
    }
  }
}
