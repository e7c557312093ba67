package dev.simpleftp.socket.wire;

import java.util.ArrayList;
import java.util.List;

/// One reply of a server (RFC 959 §4.2): three digits and one or more lines of text.
///
/// @param code 100 to 599
/// @param lines the text without the code, at least one line, none with a line end
public record Reply(int code, List<String> lines) {
  public Reply {
    lines = List.copyOf(lines);
    if (code < 100 || code > 599) {
      throw new IllegalArgumentException("A reply code has three digits, the first 1 to 5.");
    }
    if (lines.isEmpty() || lines.stream().anyMatch(Reply::breaksTheLine)) {
      throw new IllegalArgumentException("A reply has lines of text without line ends.");
    }
  }

  /// A reply of one line.
  public static Reply of(int code, String text) {
    return new Reply(code, List.of(text));
  }

  /// A reply of a first line, some between and a last one.
  public static Reply of(int code, String first, List<String> between, String last) {
    List<String> lines = new ArrayList<>();
    lines.add(first);
    lines.addAll(between);
    lines.add(last);
    return new Reply(code, lines);
  }

  /// Whether more replies to the same command follow (1xx).
  public boolean isPreliminary() {
    return code < 200;
  }

  /// Whether the command was carried out (2xx).
  public boolean isCompletion() {
    return code / 100 == 2;
  }

  /// Whether the server waits for another command to complete this one (3xx).
  public boolean isIntermediate() {
    return code / 100 == 3;
  }

  /// All text, the lines joined by blanks.
  public String text() {
    return String.join(" ", lines);
  }

  @Override
  public String toString() {
    return code + " " + text();
  }

  private static boolean breaksTheLine(String line) {
    return line.indexOf('\r') >= 0 || line.indexOf('\n') >= 0;
  }
}
