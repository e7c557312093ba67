package dev.simpleftp.console;

import dev.simpleftp.application.port.out.Download;
import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.application.port.out.Listing;
import dev.simpleftp.application.port.out.Upload;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.domain.WriteMode;
import java.io.IOException;
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
    return entry(path);
  }

  @Override
  public Listing list(FilePath directory) throws IOException {
    tree.calls.add("list " + directory);
    if (!entry(directory).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    List<FileEntry> entries =
        tree.nodes.keySet().stream()
            .map(FakeStore::path)
            .filter(path -> !path.isRoot() && path.parent().equals(directory))
            .map(this::known)
            .toList();
    return new FakeListing(entries);
  }

  @Override
  public Download download(FilePath path, long offset) throws IOException {
    tree.calls.add("download " + path);
    FileEntry entry = entry(path);
    if (!entry.isFile()) {
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
    return new FakeUpload(tree, path);
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
    if (!entry(path).isFile()) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    tree.nodes.remove(path.toString());
  }

  @Override
  public void removeDirectory(FilePath path) throws IOException {
    if (!entry(path).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    tree.nodes.remove(path.toString());
  }

  @Override
  public void rename(FilePath from, FilePath to) throws IOException {
    entry(from);
    tree.nodes.put(to.toString(), tree.nodes.remove(from.toString()));
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
    Optional<byte[]> content = tree.bytes(path);
    return content.isEmpty()
        ? FileEntry.directory(path.name(), WHEN)
        : FileEntry.file(path.name(), content.get().length, WHEN);
  }

  private static FilePath path(String text) {
    try {
      return FilePath.of(text);
    } catch (Refused e) {
      throw new IllegalArgumentException(e);
    }
  }

  private record FakeListing(List<FileEntry> entries) implements Listing {
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
