package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Paragraph;
import dev.simpleftp.console.terminal.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Shows the lines of the protocol while `debug` is on, and what they mean while `explain` is.
///
/// Made before the console, so that the wiring can hand [#protocolLine(String)] to whoever speaks
/// the protocol. Thread-safe.
public final class ProtocolTranscript {
  private static final List<String> SECRET_VERBS = List.of("PASS", "ACCT");

  /// What stands in front of the lines of this thread and of those that it starts.
  private final InheritableThreadLocal<String> mark =
      new InheritableThreadLocal<>() {
        @Override
        protected String initialValue() {
          return "";
        }
      };

  private final AtomicReference<@Nullable Screen> screen = new AtomicReference<>();
  private volatile boolean shown;
  private volatile boolean explained;

  /// Shows a line if somebody wants to see it. Passwords are masked here once more.
  ///
  /// @param line begins with `>` when it was sent, with `<` when it was received
  public void protocolLine(String line) {
    Screen watcher = screen.get();
    if (watcher == null || !(shown || explained)) {
      return;
    }
    String begin = mark.get();
    watcher.note(begin + masked(line));
    if (explained) {
      ProtocolGlossary.meaning(line)
          .ifPresent(
              text -> Paragraph.of(begin + "    ", text, watcher.width()).forEach(watcher::note));
    }
  }

  /// Shows a sentence about the session that is no line of the protocol.
  public void notice(String sentence) {
    screen().ifPresent(watcher -> watcher.note(mark.get() + sentence));
  }

  Optional<Screen> screen() {
    return Optional.ofNullable(screen.get());
  }

  /// From now on the lines of this thread begin so, and those of all threads that it starts.
  void mark(String begin) {
    mark.set(begin);
  }

  void showOn(Screen watcher) {
    screen.set(watcher);
  }

  void show(boolean wanted) {
    shown = wanted;
  }

  void explain(boolean wanted) {
    explained = wanted;
  }

  boolean isShown() {
    return shown;
  }

  boolean isExplained() {
    return explained;
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
