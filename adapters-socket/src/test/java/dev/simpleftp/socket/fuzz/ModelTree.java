package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.FilePath;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the store must hold: names and octets, and who writes which name.
final class ModelTree {
  private final Directory root = new Directory();
  private final Set<Lease> leases = new HashSet<>();

  sealed interface Node {}

  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  record File(byte[] content) implements Node {}

  /// Two are the same only if they are one.
  static final class Directory implements Node {
    private final Map<String, Node> children = new TreeMap<>();
    private boolean removed;

    Map<String, Node> children() {
      return children;
    }

    boolean isRemoved() {
      return removed;
    }
  }

  /// The right to write a name in a directory, whatever that is called by now.
  record Lease(Directory parent, String name) {}

  Set<Lease> leases() {
    return leases;
  }

  Optional<Node> find(FilePath path) {
    Optional<Node> node = Optional.of(root);
    for (FileName name : path.names()) {
      node = node.flatMap(n -> child(n, name.text()));
    }
    return node;
  }

  Optional<File> file(FilePath path) {
    return find(path).filter(File.class::isInstance).map(File.class::cast);
  }

  Optional<Directory> directory(FilePath path) {
    return find(path).filter(Directory.class::isInstance).map(Directory.class::cast);
  }

  /// The directory that an entry of this path stands in, or would.
  Optional<Directory> parentOf(FilePath path) {
    return directory(path.parent());
  }

  void makeDirectory(FilePath path) {
    parent(path).children.put(path.name().text(), new Directory());
  }

  void remove(FilePath path) {
    directory(path).ifPresent(directory -> directory.removed = true);
    parent(path).children.remove(path.name().text());
  }

  void rename(FilePath from, FilePath to) {
    Node node = find(from).orElseThrow();
    parent(from).children.remove(from.name().text());
    parent(to).children.put(to.name().text(), node);
  }

  /// Every path, directories with a slash behind them, and the octets of files as text.
  Map<String, String> contents() {
    Map<String, String> all = new TreeMap<>();
    gather("/", root, all);
    return all;
  }

  private static void gather(String prefix, Directory directory, Map<String, String> all) {
    directory.children.forEach((name, node) -> {
      switch (node) {
        case File(byte[] content) ->
            all.put(prefix + name, new String(content, StandardCharsets.ISO_8859_1));
        case Directory inner -> {
          all.put(prefix + name + "/", "");
          gather(prefix + name + "/", inner, all);
        }
      }
    });
  }

  private Directory parent(FilePath path) {
    return parentOf(path).orElseThrow();
  }

  private static Optional<Node> child(Node node, String name) {
    return node instanceof Directory directory
        ? Optional.ofNullable(directory.children.get(name))
        : Optional.empty();
  }
}
