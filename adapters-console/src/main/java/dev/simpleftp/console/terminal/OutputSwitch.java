package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A screen whose results can be sent elsewhere for a while; notes, failures and questions stay.
public final class OutputSwitch implements Screen {
  private final Screen screen;
  private final AtomicReference<@Nullable OutputStream> elsewhere = new AtomicReference<>();

  public OutputSwitch(Screen screen) {
    this.screen = screen;
  }

  /// Sends results into this stream until [#restore()].
  public void redirect(OutputStream stream) {
    elsewhere.set(stream);
  }

  public void restore() {
    elsewhere.set(null);
  }

  /// @throws UncheckedIOException when the stream takes no more
  @Override
  public void line(String text) {
    OutputStream stream = elsewhere.get();
    if (stream == null) {
      screen.line(text);
    } else {
      write(stream, TerminalText.clean(text) + "\n");
    }
  }

  private static void write(OutputStream stream, String text) {
    try {
      stream.write(LosslessUtf8.encode(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputStream content() {
    OutputStream stream = elsewhere.get();
    return stream == null ? screen.content() : new Unclosed(stream);
  }

  @Override
  public void note(String text) {
    screen.note(text);
  }

  @Override
  public void error(String text) {
    screen.error(text);
  }

  @Override
  public void status(List<String> lines) {
    screen.status(lines);
  }

  /// Nobody watches what goes elsewhere.
  @Override
  public int width() {
    return elsewhere.get() == null ? screen.width() : 0;
  }

  @Override
  public int height() {
    return screen.height();
  }

  @Override
  public boolean interactive() {
    return screen.interactive();
  }

  @Override
  public Optional<String> ask(String question) {
    return screen.ask(question);
  }

  @Override
  public Optional<Secret> askSecret(String question) {
    return screen.askSecret(question);
  }
}
