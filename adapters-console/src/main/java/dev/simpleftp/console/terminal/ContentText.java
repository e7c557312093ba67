package dev.simpleftp.console.terminal;

import dev.simpleftp.domain.LosslessUtf8;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/// Turns the bytes of a file into harmless lines for a terminal: tabs become blanks, all other
/// control characters are spelled out. A line without an end is broken, so that little is held.
public final class ContentText extends OutputStream {
  private static final int LONGEST = 8 * 1024;
  private static final int TAB = 8;

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /// @param lines takes each line, without its end
  public ContentText(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void write(int octet) {
    if (octet == '\n') {
      endLine();
      return;
    }
    line.write(octet);
    if (line.size() >= LONGEST && isBoundary(octet)) {
      endLine();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  /// Shows a last line that has no end.
  @Override
  public void close() {
    if (line.size() > 0) {
      endLine();
    }
  }

  /// Not in the middle of a character of several bytes, unless it goes on for too long.
  private boolean isBoundary(int octet) {
    return octet >= 0 && octet < 0x80 || line.size() >= LONGEST + TAB;
  }

  private void endLine() {
    String text = LosslessUtf8.decode(line.toByteArray());
    line.reset();
    String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    lines.accept(TerminalText.clean(expanded(bare)));
  }

  private static String expanded(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    var result = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String c = Character.toString(text.codePointAt(i));
      String shown = c.equals("\t") ? " ".repeat(TAB - column % TAB) : c;
      result.append(shown);
      column += TerminalText.width(shown);
    }
    return result.toString();
  }
}
