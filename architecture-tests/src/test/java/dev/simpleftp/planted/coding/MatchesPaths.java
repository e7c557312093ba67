package dev.simpleftp.planted.coding;

import java.nio.file.PathMatcher;

/// Planted violation: a path matcher.
final class MatchesPaths {
  final PathMatcher all = path -> true;
}
