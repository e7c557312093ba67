package dev.simpleftp.console.command;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the word somebody probably meant.
public final class Spelling {
  private static final int FARTHEST = 2;
  private static final int LONGEST = 20;

  private Spelling() {}

  /// The nearest word that two slips at most lead to; a short word allows only one, and a single
  /// character none: it is as near to any other.
  public static Optional<String> nearest(String typed, Stream<String> words) {
    if (typed.length() > LONGEST || typed.length() < 2) {
      return Optional.empty();
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    int limit = lower.length() <= 3 ? 1 : FARTHEST;
    return words
        .filter(word -> word.length() <= LONGEST + FARTHEST)
        .filter(word -> slips(lower, word) <= limit)
        .min(Comparator.comparingInt(word -> slips(lower, word)));
  }

  private static int slips(String lower, String word) {
    return distance(lower, word.toLowerCase(Locale.ROOT));
  }

  /// Slips between two words: a letter too many, missing, wrong, or two exchanged.
  static int distance(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        slips[i][j] =
            i == 0 || j == 0 ? i + j : fewest(slips, i, j, a.charAt(i - 1) == b.charAt(j - 1));
        if (exchanged(a, b, i, j)) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[a.length()][b.length()];
  }

  private static int fewest(int[][] slips, int i, int j, boolean same) {
    int oneMore = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
    return Math.min(oneMore, slips[i - 1][j - 1] + (same ? 0 : 1));
  }

  private static boolean exchanged(String a, String b, int i, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
