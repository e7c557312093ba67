package dev.simpleftp.console;

import dev.simpleftp.console.terminal.Screen;
import dev.simpleftp.domain.Secret;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What a transfer in the background would show; kept until somebody asks for it, but no more of it
/// than there is room for. Thread-safe.
final class JobScreen implements Screen {
  private static final int MOST_LINES = 200;
  private static final int WIDTH = 76;

  private final Deque<String> lines = new ArrayDeque<>();
  private List<String> status = List.of();
  private long dropped;

  @Override
  public synchronized void line(String text) {
    lines.add(text);
    if (lines.size() > MOST_LINES) {
      lines.remove();
      dropped++;
    }
  }

  @Override
  public void note(String text) {
    line(text);
  }

  @Override
  public void error(String text) {
    line(text);
  }

  @Override
  public synchronized void status(List<String> now) {
    status = List.copyOf(now);
  }

  /// How far the copies are.
  synchronized List<String> progress() {
    return status;
  }

  /// Shows what has been said since the last time.
  synchronized void tell(Screen screen) {
    if (dropped > 0) {
      screen.line("  (" + dropped + " lines before these)");
    }
    lines.forEach(text -> screen.line("  " + text));
    lines.clear();
    dropped = 0;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public boolean interactive() {
    return false;
  }

  @Override
  public Optional<String> ask(String question) {
    return Optional.empty();
  }

  @Override
  public Optional<Secret> askSecret(String question) {
    return Optional.empty();
  }
}
