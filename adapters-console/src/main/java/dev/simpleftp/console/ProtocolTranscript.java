package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Screen;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Shows the lines of the protocol while `debug` is on.
///
/// Made before the console, so that the wiring can hand [#protocolLine(String)] to whoever speaks
/// the protocol. Thread-safe.
public final class ProtocolTranscript {
  private static final List<String> SECRET_VERBS = List.of("PASS", "ACCT");

  private final AtomicReference<@Nullable Screen> screen = new AtomicReference<>();
  private volatile boolean on;

  /// Shows a line if somebody wants to see it. Passwords are masked here once more.
  public void protocolLine(String line) {
    Screen watcher = screen.get();
    if (on && watcher != null) {
      watcher.note(masked(line));
    }
  }

  void showOn(Screen watcher) {
    screen.set(watcher);
  }

  void turn(boolean wanted) {
    on = wanted;
  }

  boolean isOn() {
    return on;
  }

  /// The sender may have put a mark such as `>` before the verb.
  private static String masked(String line) {
    String upper = line.toUpperCase(Locale.ROOT);
    for (String verb : SECRET_VERBS) {
      int at = upper.indexOf(verb + " ");
      if (at >= 0 && upper.substring(0, at).chars().noneMatch(Character::isLetterOrDigit)) {
        return line.substring(0, at + verb.length()) + " ***";
      }
    }
    return line;
  }
}
