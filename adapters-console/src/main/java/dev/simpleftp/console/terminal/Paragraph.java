package dev.simpleftp.console.terminal;

import java.util.ArrayList;
import java.util.List;

/// Breaks text between words, so that a narrow terminal shows it whole.
public final class Paragraph {
  private static final int NARROWEST = 20;

  private Paragraph() {}

  /// The lines of this text.
  ///
  /// @param first what the first line begins with
  /// @param text words between blanks
  /// @param width columns to fill; 0 breaks nothing
  public static List<String> of(String first, String text, int width) {
    int room = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST, width - 1);
    int indent = TerminalText.width(first);
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      int wanted = TerminalText.width(line.toString()) + TerminalText.width(word) + 1;
      if (!empty && wanted > room) {
        lines.add(line.toString());
        line.setLength(0);
        line.repeat(' ', indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
