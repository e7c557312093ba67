package dev.simpleftp.socket.wire;

import java.util.ArrayList;
import java.util.List;

/// The words at the beginning of a line, parted by blanks. What is asked beyond them is empty.
///
/// The name comes behind them and may have any number of words more, so only the first few are cut.
final class ListingWords {
  private static final int MOST = 16;

  private final String line;
  private final List<Word> words = new ArrayList<>();

  /// @param from where in the line the first word is searched
  ListingWords(String line, int from) {
    this.line = line;
    int i = from;
    while (i < line.length() && words.size() < MOST) {
      int start = i;
      while (i < line.length() && line.charAt(i) != ' ') {
        i++;
      }
      if (i > start) {
        words.add(new Word(line.substring(start, i), i));
      }
      i++;
    }
  }

  ListingWords(String line) {
    this(line, 0);
  }

  int count() {
    return words.size();
  }

  String get(int i) {
    return i >= 0 && i < words.size() ? words.get(i).text : "";
  }

  /// What follows word `i` and one blank, other blanks included.
  String behind(int i) {
    return behind(i, 1);
  }

  /// What follows word `i` and the blanks that fill the line up, at most so many.
  String behind(int i, int mostBlanks) {
    int end = i < words.size() ? words.get(i).end : line.length();
    int start = end;
    while (start < line.length() && start - end < mostBlanks && line.charAt(start) == ' ') {
      start++;
    }
    return line.substring(start);
  }

  private record Word(String text, int end) {}
}
