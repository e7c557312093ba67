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
    if (line.size() >= LONGEST && (beginsCharacter(octet) || line.size() >= LONGEST + TAB)) {
      endLine();
    }
    line.write(octet);
  }

  /// A character of several bytes is not broken in two.
  private static boolean beginsCharacter(int octet) {
    return (octet & 0xC0) != 0x80;
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
