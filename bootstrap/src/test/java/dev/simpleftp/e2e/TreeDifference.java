package dev.simpleftp.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares two trees on disk: names, kinds, sizes, contents, and the times of files. What our
/// server keeps for itself is left out.
final class TreeDifference {
  /// Times may be what they will.
  static final Duration ANY_TIME = Duration.ofSeconds(Long.MAX_VALUE);

  private final Path expected;
  private final Path actual;
  private final Duration tolerance;

  private TreeDifference(Path expected, Path actual, Duration tolerance) {
    this.expected = expected;
    this.actual = actual;
    this.tolerance = tolerance;
  }

  /// The first difference in a sentence, in the order of the paths; empty for equal trees.
  ///
  /// @param tolerance how far apart the times of a file may be
  static Optional<String> first(Path expected, Path actual, Duration tolerance) throws IOException {
    return new TreeDifference(expected, actual, tolerance).find();
  }

  private Optional<String> find() throws IOException {
    SortedSet<Path> wanted = paths(expected);
    SortedSet<Path> found = paths(actual);
    SortedSet<Path> all = new TreeSet<>(wanted);
    all.addAll(found);
    for (Path path : all) {
      if (!found.contains(path)) {
        return Optional.of("missing: " + path);
      }
      if (!wanted.contains(path)) {
        return Optional.of("too much: " + path);
      }
      Optional<String> difference = at(path);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> at(Path path) throws IOException {
    Path left = expected.resolve(path);
    Path right = actual.resolve(path);
    boolean directory = Files.isDirectory(left);
    if (directory != Files.isDirectory(right)) {
      return Optional.of("of another kind: " + path);
    }
    return directory ? Optional.empty() : ofFiles(path, left, right);
  }

  private Optional<String> ofFiles(Path path, Path left, Path right) throws IOException {
    if (Files.size(left) != Files.size(right)) {
      return Optional.of(
          "%d instead of %d bytes: %s".formatted(Files.size(right), Files.size(left), path));
    }
    if (!TestFiles.sha256(left).equals(TestFiles.sha256(right))) {
      return Optional.of("other content: " + path);
    }
    var wanted = Files.getLastModifiedTime(left).toInstant();
    var found = Files.getLastModifiedTime(right).toInstant();
    return Duration.between(wanted, found).abs().compareTo(tolerance) > 0
        ? Optional.of("of %s instead of %s: %s".formatted(found, wanted, path))
        : Optional.empty();
  }

  private static SortedSet<Path> paths(Path top) throws IOException {
    Path own = top.resolve(TestFiles.OWN_AREA);
    try (var below = Files.walk(top)) {
      return below
          .filter(path -> !path.startsWith(own))
          .map(top::relativize)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
