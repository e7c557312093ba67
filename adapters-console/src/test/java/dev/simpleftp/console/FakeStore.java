package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Capability;
import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Digest;
import dev.simpleftp.domain.DigestAlgorithm;
import dev.simpleftp.domain.DigestState;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileKind;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.OctetRange;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The store of a [FakeTree].
final class FakeStore implements FileStore {
  private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

  private final FakeTree tree;

  FakeStore(FakeTree tree) {
    this.tree = tree;
  }

  @Override
  public FileEntry describe(FilePath path) throws IOException {
    tree.calls.add("describe " + path);
    if (tree.lost) {
      throw ConnectionFailed.ofSession("The connection was lost.");
    }
    return tree.followsLinks && tree.holds(path) ? followed(path) : entry(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    tree.calls.add("list " + directory);
    if (tree.locked.contains(directory.toString())) {
      throw new Refused(Refusal.DENIED);
    }
    if (!(tree.followsLinks ? followed(directory) : entry(directory)).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    List<FileEntry> entries =
        tree.nodes.keySet().stream()
            .map(FakeStore::path)
            .filter(path -> !path.isRoot() && path.parent().equals(directory))
            .map(this::known)
            .toList();
    return new FakeListing(entries, tree.unread);
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    tree.calls.add("download " + path);
    FileEntry entry = entry(path);
    if (tree.bytes(path).isEmpty()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return new FakeDownload(tree, entry, tree.bytes(path).orElseThrow());
  }

  @Override
  public Upload upload(FilePath path, WriteMode mode) throws IOException {
    tree.calls.add("upload " + path);
    if (!tree.isDirectory(path.parent())) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return new FakeUpload(tree, path, mode);
  }

  @Override
  public void makeDirectory(FilePath path) throws IOException {
    if (tree.holds(path)) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
    tree.directory(path.toString());
  }

  @Override
  public void removeFile(FilePath path) throws IOException {
    if (entry(path).isDirectory()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    tree.calls.add("remove " + path);
    tree.nodes.remove(path.toString());
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    if (!entry(path).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    if (tree.nodes.keySet().stream().anyMatch(name -> name.startsWith(path + "/"))) {
      throw new Refused(Refusal.NOT_EMPTY);
    }
    tree.nodes.remove(path.toString());
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    entry(from);
    tree.nodes.put(to.toString(), tree.nodes.remove(from.toString()));
  }

  @Override
  public <T extends Capability> Optional<T> capability(Class<T> type) {
    if (type == Capability.Checksums.class && !tree.digests) {
      return Optional.empty();
    }
    return Capability.find(
        type,
        new Sums(),
        (Capability.Timestamps) (path, time) -> tree.calls.add("modify " + path + " " + time),
        (Capability.Permissions) (path, mode) -> tree.calls.add("mode " + path + " " + mode),
        (Capability.RawCommands) line -> List.of("200 " + line),
        new Facts());
  }

  private final class Facts implements Capability.Facts {
    @Override
    public List<Fact> facts() {
      return List.copyOf(tree.facts);
    }

    @Override
    public boolean isProtected() {
      return tree.encrypted;
    }
  }

  @Override
  public void close() {
    tree.closed = true;
    tree.closing.countDown();
  }

  private FileEntry entry(FilePath path) throws Refused {
    if (!tree.holds(path)) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return known(path);
  }

  private FileEntry known(FilePath path) {
    if (tree.links.contains(path.toString())) {
      return new FileEntry(path.name(), FileKind.LINK, tree.linkSize, WHEN, 0777, "");
    }
    return followed(path);
  }

  private FileEntry followed(FilePath path) {
    Optional<byte[]> content = tree.bytes(path);
    if (content.isEmpty()) {
      return FileEntry.directory(path.name(), WHEN);
    }
    int size = content.get().length - (tree.understates ? 1 : 0);
    FileEntry file = FileEntry.file(path.name(), size, WHEN);
    return tree.sizeless ? file.withoutSize() : file;
  }

  private static FilePath path(String text) {
    try {
      return FilePath.of(text);
    } catch (Refused e) {
      throw new IllegalArgumentException(e);
    }
  }

  private final class Sums implements Capability.Checksums {
    @Override
    public List<DigestAlgorithm> algorithms() {
      return List.of(DigestAlgorithm.SHA_256);
    }

    @Override
    public Digest digest(FilePath path, DigestAlgorithm algorithm, OctetRange range) {
      DigestState state = DigestState.of(algorithm);
      state.update(ByteBuffer.wrap(tree.bytes(path).orElseThrow()));
      return state.digest();
    }
  }

  private record FakeListing(List<FileEntry> entries, long unread) implements Listing {
    @Override
    public long forEach(Visitor visitor) throws IOException {
      for (FileEntry entry : entries) {
        visitor.visit(entry);
      }
      return entries.size();
    }

    @Override
    public void close() {}
  }
}
