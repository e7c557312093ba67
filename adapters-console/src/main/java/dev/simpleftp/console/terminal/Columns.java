package dev.simpleftp.console.terminal;

import java.util.ArrayList;
import java.util.List;

/// Sets names in columns, read downwards, as many as the width holds.
public final class Columns {
  private static final int GAP = 2;

  private Columns() {}

  /// The lines that show these names; each fits the width unless one name alone does not.
  public static List<String> of(List<String> names, int width) {
    List<String> shown = names.stream().map(TerminalText::clean).toList();
    int cell = shown.stream().mapToInt(TerminalText::width).max().orElse(0) + GAP;
    int columns = Math.max(1, (width + GAP - 1) / cell);
    int rows = (shown.size() + columns - 1) / columns;
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      lines.add(line(shown, row, rows, cell));
    }
    return lines;
  }

  private static String line(List<String> names, int row, int rows, int cell) {
    var line = new StringBuilder();
    for (int i = row; i < names.size(); i += rows) {
      String name = names.get(i);
      line.append(name);
      if (i + rows < names.size()) {
        line.repeat(' ', cell - TerminalText.width(name));
      }
    }
    return line.toString();
  }
}
