package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.Secret;
import java.util.List;
import java.util.Optional;

/// Keeps what is drawn.
public record RecordingScreen(List<String> drawn) implements Screen {
  @Override
  public void line(String text) {
    drawn.add(text);
  }

  @Override
  public void note(String text) {
    drawn.add(text);
  }

  @Override
  public void error(String text) {
    drawn.add(text);
  }

  @Override
  public void status(List<String> lines) {
    drawn.addAll(lines);
  }

  @Override
  public int width() {
    return 80;
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
