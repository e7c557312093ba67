package dev.simpleftp.planted.coding;

/// Planted violation: a pattern behind a string.
final class MatchesStrings {
  final boolean slow = "a".matches("(a+)+");
}
