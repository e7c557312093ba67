package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.Secret;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The output of a script: results to one stream, everything else to the other, no questions but
/// for a password, where somebody can be asked for it.
public final class PlainScreen implements Screen {
  private static final String PREFIX = "simpleftp: ";

  private final PrintStream out;
  private final PrintStream err;
  private final int width;
  private final Function<String, Optional<Secret>> secrets;
  private final StatusArea area = new StatusArea();

  /// Prints to these streams.
  ///
  /// @param width columns when somebody watches `out` on a terminal; 0 when it is a file or a pipe
  public PlainScreen(PrintStream out, PrintStream err, int width) {
    this(out, err, width, _ -> Optional.empty());
  }

  /// The same with somebody who knows passwords.
  ///
  /// @param secrets asks for one without showing it
  public PlainScreen(
      PrintStream out, PrintStream err, int width, Function<String, Optional<Secret>> secrets) {
    this.out = out;
    this.err = err;
    this.width = width;
    this.secrets = secrets;
  }

  @Override
  public synchronized void line(String text) {
    status("");
    out.println(TerminalText.clean(text));
    out.flush();
  }

  @Override
  public synchronized void note(String text) {
    status("");
    err.println(TerminalText.clean(text));
    err.flush();
  }

  @Override
  public void error(String text) {
    note(PREFIX + text);
  }

  @Override
  public synchronized void status(List<String> lines) {
    if (width > 0) {
      out.print(area.redraw(lines, width));
      out.flush();
    }
  }

  @Override
  public OutputStream content() {
    return width > 0 ? new ContentText(this::line) : new PrintedContent(out);
  }

  @Override
  public int width() {
    return width;
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
    return secrets.apply(TerminalText.clean(question));
  }
}
