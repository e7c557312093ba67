package dev.simpleftp.console.terminal;

import java.util.List;

/// The lines at the end of the output that are drawn over again and again.
final class StatusArea {
  private static final String CLEAR_BELOW = "\r\033[J";

  private List<String> drawn = List.of();

  /// What to print so that these lines stand where the last ones stood.
  ///
  /// @param width columns now; lines that were drawn for a wider window have wrapped since
  String redraw(List<String> lines, int width) {
    if (drawn.isEmpty() && lines.isEmpty()) {
      return "";
    }
    List<String> clean = lines.stream().map(TerminalText::clean).toList();
    String text = erase(width) + String.join("\n", clean);
    drawn = clean;
    return text;
  }

  private String erase(int width) {
    int rows = drawn.stream().mapToInt(line -> rows(line, width)).sum();
    return (rows > 1 ? "\033[" + (rows - 1) + "A" : "") + CLEAR_BELOW;
  }

  private static int rows(String line, int width) {
    int columns = Math.max(1, width);
    return Math.max(1, (TerminalText.width(line) + columns - 1) / columns);
  }
}
