package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Screen;
import java.util.function.Consumer;

/// Shows lines and stops after each page, for a machine without a pager.
final class Pages implements Consumer<String> {
  private final Screen screen;
  private int left;

  Pages(Screen screen) {
    this.screen = screen;
    this.left = page();
  }

  /// Nobody wants to see more.
  static final class Enough extends RuntimeException {
    Enough() {
      super("Enough.", null, false, false);
    }
  }

  @Override
  public void accept(String line) {
    if (left == 0) {
      String answer = screen.ask("-- Enter: more, q: enough -- ").orElse("q");
      if (answer.strip().equalsIgnoreCase("q")) {
        throw new Enough();
      }
      left = page();
    }
    screen.line(line);
    left--;
  }

  private int page() {
    return Math.max(1, screen.height() - 1);
  }
}
