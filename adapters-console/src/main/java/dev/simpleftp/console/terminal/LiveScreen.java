package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.Secret;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// A terminal with somebody in front of it.
public final class LiveScreen implements Screen {
  private static final char NO_ECHO = 0;

  private final Terminal terminal;
  private final PrintWriter out;

  /// Answers are read by a reader of their own, so that they never enter the history.
  private final LineReader answers;

  private final StatusArea area = new StatusArea();
  private final AtomicReference<@Nullable LineReader> prompt = new AtomicReference<>();

  public LiveScreen(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.writer();
    this.answers = LineReaderBuilder.builder().terminal(terminal).build();
    answers.setVariable(LineReader.DISABLE_HISTORY, true);
    answers.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    answers.option(LineReader.Option.BRACKETED_PASTE, false);
  }

  @Override
  public synchronized void line(String text) {
    status("");
    out.println(TerminalText.clean(text));
    out.flush();
  }

  /// Names who reads commands here: what is noted meanwhile is printed above his line.
  public void promptsBy(LineReader reader) {
    prompt.set(reader);
  }

  @Override
  public void note(String text) {
    LineReader reader = prompt.get();
    if (reader != null && reader.isReading()) {
      reader.printAbove(TerminalText.clean(text));
    } else {
      line(text);
    }
  }

  @Override
  public void error(String text) {
    line(text);
  }

  @Override
  public synchronized void status(List<String> lines) {
    out.print(area.redraw(lines, width()));
    out.flush();
  }

  /// A terminal that does not know its size counts as one of 80 columns.
  @Override
  public int width() {
    int columns = terminal.getColumns();
    return columns > 0 ? columns : 80;
  }

  @Override
  public int height() {
    int rows = terminal.getRows();
    return rows > 0 ? rows : 24;
  }

  @Override
  public boolean interactive() {
    return true;
  }

  @Override
  public Optional<String> ask(String question) {
    return answer(question, null);
  }

  @Override
  public Optional<Secret> askSecret(String question) {
    return answer(question, NO_ECHO).map(Secret::of);
  }

  private Optional<String> answer(String question, @Nullable Character mask) {
    status("");
    try {
      return Optional.of(answers.readLine(TerminalText.prompt(question), mask));
    } catch (UserInterruptException | EndOfFileException _) {
      return Optional.empty();
    }
  }
}
