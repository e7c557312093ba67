package dev.simpleftp.planted.coding;

import java.util.regex.Pattern;

/// Planted violation: a pattern.
final class MatchesPatterns {
  final Pattern slow = Pattern.compile("(a+)+");
}
