package dev.simpleftp.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An absolute, normalised path in the virtual tree a session sees.
///
/// It is built by one parse of the text that came in ([#resolve(String)]); from then on only this
/// type travels. Whatever the text was, the result lies below the root.
///
/// @param names the segments from the root down; empty for the root itself
public record FilePath(List<FileName> names) {
  /// The top of the tree.
  public static final FilePath ROOT = new FilePath(List.of());

  public FilePath {
    names = List.copyOf(names);
    if (names.contains(FileName.ROOT)) {
      throw new IllegalArgumentException("A segment of a path must be an ordinary name.");
    }
  }

  /// Reads an absolute path; a relative one counts from the root.
  ///
  /// @throws Refused with [Refusal#BAD_NAME] when a segment is no file name
  public static FilePath of(String text) throws Refused {
    return ROOT.resolve(text);
  }

  /// Reads a path as somebody in this directory means it.
  ///
  /// `/` at the beginning starts at the root, empty and `.` segments change nothing, `..` goes up
  /// and stays at the root when it is there.
  ///
  /// @throws Refused with [Refusal#BAD_NAME] when a segment is no file name
  public FilePath resolve(String text) throws Refused {
    List<FileName> result = text.startsWith("/") ? new ArrayList<>() : new ArrayList<>(names);
    for (String segment : text.split("/", -1)) {
      switch (segment) {
        case "", "." -> {}
        case ".." -> removeLast(result);
        default -> result.add(FileName.of(segment));
      }
    }
    return new FilePath(result);
  }

  /// The entry of this name in this directory.
  public FilePath child(FileName name) {
    List<FileName> result = new ArrayList<>(names);
    result.add(name);
    return new FilePath(result);
  }

  /// The directory that holds this entry; the root holds itself.
  public FilePath parent() {
    return isRoot() ? ROOT : new FilePath(names.subList(0, names.size() - 1));
  }

  /// The last segment; [FileName#ROOT] for the root.
  public FileName name() {
    return isRoot() ? FileName.ROOT : names.getLast();
  }

  /// This path with another last segment.
  public FilePath withName(FileName name) {
    return parent().child(name);
  }

  public boolean isRoot() {
    return names.isEmpty();
  }

  /// Whether this path is `ancestor` or lies below it; `/ab` is not below `/a`.
  public boolean startsWith(FilePath ancestor) {
    return names.size() >= ancestor.names.size()
        && names.subList(0, ancestor.names.size()).equals(ancestor.names);
  }

  /// The path below `ancestor`, as seen from there.
  ///
  /// @return empty when this path does not lie below it
  public Optional<FilePath> relativeTo(FilePath ancestor) {
    return startsWith(ancestor)
        ? Optional.of(new FilePath(names.subList(ancestor.names.size(), names.size())))
        : Optional.empty();
  }

  /// This path placed below another one: `/a/b` under `/home` is `/home/a/b`.
  public FilePath under(FilePath ancestor) {
    List<FileName> result = new ArrayList<>(ancestor.names);
    result.addAll(names);
    return new FilePath(result);
  }

  @Override
  public String toString() {
    return names.stream().map(FileName::text).collect(Collectors.joining("/", "/", ""));
  }

  private static void removeLast(List<FileName> names) {
    if (!names.isEmpty()) {
      names.removeLast();
    }
  }
}
