package dev.simpleftp.planted.unmarked;

/// Planted violation: a package without null marks.
final class Unmarked {
  void nothing() {}
}
