package dev.simpleftp.filesystem.memory;

import dev.simpleftp.application.port.out.FileStore;
import dev.simpleftp.domain.FileEntry;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.filesystem.transfer.Writers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree of files in memory, shared by any number of sessions and threads.
///
/// One lock guards the names; content is immutable, so transfers run without it.
public final class MemoryTree {
  private final InstantSource clock;
  private final Capacity capacity;
  private final Writers writers = new Writers();
  private final Node.Directory root;
  private long lastId;

  /// A tree as big as the memory.
  public MemoryTree() {
    this(Long.MAX_VALUE);
  }

  /// A tree for so many octets of content; an upload beyond them is refused with NO_SPACE.
  public MemoryTree(long capacity) {
    this(capacity, InstantSource.system());
  }

  MemoryTree(long capacity, InstantSource clock) {
    this.capacity = new Capacity(capacity);
    this.clock = clock;
    this.root = new Node.Directory(nextId(), clock.instant());
  }

  /// Opens a session's own view of the tree.
  public FileStore newStore() {
    return new MemoryFileStore(this);
  }

  Capacity capacity() {
    return capacity;
  }

  Writers writers() {
    return writers;
  }

  synchronized FileEntry describe(FilePath path) throws Refused {
    return find(path).entry(path.name());
  }

  synchronized List<FileEntry> list(FilePath path) throws Refused {
    if (!(find(path) instanceof Node.Directory directory)) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    List<FileEntry> result = new ArrayList<>(directory.children().size());
    directory.children().forEach((name, node) -> result.add(node.entry(name)));
    return result;
  }

  synchronized Node.File file(FilePath path) throws Refused {
    if (!(find(path) instanceof Node.File file)) {
      throw new Refused(Refusal.NOT_A_FILE);
    }
    return file;
  }

  /// The directory that a new entry of this path goes into.
  synchronized Node.Directory parentOf(FilePath path) throws Refused {
    Node node = root;
    for (FileName name : path.parent().names()) {
      node = child(node, name, Refusal.NOT_A_DIRECTORY);
    }
    if (!(node instanceof Node.Directory directory)) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    return directory;
  }

  /// The content that stands there now, empty if nothing does.
  synchronized Content contentToReplace(Node.Directory parent, FileName name) throws Refused {
    return switch (parent.children().get(name)) {
      case null -> Content.EMPTY;
      case Node.File file -> file.content();
      case Node.Directory _ -> throw new Refused(Refusal.NOT_A_FILE);
    };
  }

  /// Swaps the content of a name in one step.
  synchronized void replace(Node.Directory parent, FileName name, Content content) throws Refused {
    if (parent.isRemoved()) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    long freed = contentToReplace(parent, name).size();
    var now = clock.instant();
    var file = new Node.File(nextId(), content, now);
    Node old = parent.children().get(name);
    parent.children().put(name, old instanceof Node.File f ? file.withMode(f.mode()) : file);
    parent.touch(now);
    capacity.free(freed);
  }

  synchronized void makeDirectory(FilePath path) throws Refused {
    Node.Directory parent = parentOf(path);
    if (path.isRoot() || parent.children().containsKey(path.name())) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
    var now = clock.instant();
    parent.children().put(path.name(), new Node.Directory(nextId(), now));
    parent.touch(now);
  }

  synchronized void modify(FilePath path, Instant modified) throws Refused {
    switch (find(path)) {
      case Node.File file ->
          parentOf(path).children().put(path.name(), file.withModified(modified));
      case Node.Directory directory -> directory.touch(modified);
    }
  }

  synchronized void changeMode(FilePath path, int mode) throws Refused {
    switch (find(path)) {
      case Node.File file -> parentOf(path).children().put(path.name(), file.withMode(mode));
      case Node.Directory directory -> directory.mode(mode);
    }
  }

  /// The octets of content that a directory may still take.
  long available(FilePath directory) throws Refused {
    if (!describe(directory).isDirectory()) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    return capacity.left();
  }

  synchronized void removeFile(FilePath path) throws Refused {
    Node.File file = file(path);
    detach(path);
    capacity.free(file.content().size());
  }

  synchronized void removeDirectory(FilePath path) throws Refused {
    if (path.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    if (!(find(path) instanceof Node.Directory directory)) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
    if (!directory.children().isEmpty()) {
      throw new Refused(Refusal.NOT_EMPTY);
    }
    detach(path);
    directory.markRemoved();
  }

  synchronized void rename(FilePath from, FilePath to) throws Refused {
    if (from.isRoot() || to.isRoot()) {
      throw new Refused(Refusal.DENIED);
    }
    Node node = find(from);
    if (to.startsWith(from) && !to.equals(from)) {
      throw new Refused(
          node instanceof Node.Directory ? Refusal.BAD_NAME : Refusal.NOT_A_DIRECTORY);
    }
    Node.Directory parent = parentOf(to);
    Node old = parent.children().get(to.name());
    if (to.equals(from) && node instanceof Node.File) {
      return;
    }
    checkReplaceable(old, node);
    detach(from);
    parent.children().put(to.name(), node);
    parent.touch(clock.instant());
    capacity.free(old instanceof Node.File file ? file.content().size() : 0);
  }

  private static void checkReplaceable(@Nullable Node old, Node node) throws Refused {
    if (old instanceof Node.Directory) {
      throw new Refused(Refusal.ALREADY_EXISTS);
    }
    if (old != null && node instanceof Node.Directory) {
      throw new Refused(Refusal.NOT_A_DIRECTORY);
    }
  }

  private void detach(FilePath path) throws Refused {
    Node.Directory parent = parentOf(path);
    parent.children().remove(path.name());
    parent.touch(clock.instant());
  }

  private Node find(FilePath path) throws Refused {
    Node node = root;
    for (FileName name : path.names()) {
      node = child(node, name, Refusal.NOT_FOUND);
    }
    return node;
  }

  /// @param otherwise why there is nothing below what is no directory
  private static Node child(Node node, FileName name, Refusal otherwise) throws Refused {
    if (!(node instanceof Node.Directory directory)) {
      throw new Refused(otherwise);
    }
    Node child = directory.children().get(name);
    if (child == null) {
      throw new Refused(Refusal.NOT_FOUND);
    }
    return child;
  }

  private synchronized long nextId() {
    return ++lastId;
  }
}
