package dev.simpleftp.socket.fuzz;

import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads replies and takes nothing that RFC 959 §4.2 does not allow, however a lenient client would
/// read it. It shares no code with the client.
final class StrictReplies {
  private static final int LONGEST = 1 << 20;

  private final InputStream in;

  StrictReplies(InputStream in) {
    this.in = in;
  }

  /// The next reply, or nothing at the end of the stream.
  ///
  /// @throws AssertionError for what is no reply
  Optional<Reply> next() throws IOException {
    String first = line();
    if (first == null) {
      return Optional.empty();
    }
    require(startsWithCode(first), "no reply", first);
    List<String> lines = new ArrayList<>();
    lines.add(first.substring(4));
    if (first.charAt(3) == '-') {
      rest(first.substring(0, 3), lines);
    }
    return Optional.of(new Reply(Integer.parseInt(first.substring(0, 3)), lines));
  }

  private void rest(String code, List<String> lines) throws IOException {
    String line = line();
    while (line != null && !line.startsWith(code + " ")) {
      require(line.isEmpty() || !isDigit(line, 0), "an inner line that begins with a digit", line);
      lines.add(line);
      line = line();
    }
    if (line == null) {
      throw new AssertionError("The server sent a reply that has no end: <" + code + ">");
    }
    lines.add(line.substring(4));
  }

  private static boolean startsWithCode(String line) {
    return line.length() >= 4
        && line.charAt(0) >= '1'
        && line.charAt(0) <= '5'
        && isDigit(line, 1)
        && isDigit(line, 2)
        && (line.charAt(3) == ' ' || line.charAt(3) == '-');
  }

  private static boolean isDigit(String line, int at) {
    return line.charAt(at) >= '0' && line.charAt(at) <= '9';
  }

  private @Nullable String line() throws IOException {
    var bytes = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      bytes.write(b);
      require(bytes.size() < LONGEST, "a line without end", "");
      b = in.read();
    }
    String text = LosslessUtf8.decode(bytes.toByteArray());
    if (b < 0) {
      require(text.isEmpty(), "a line that is cut", text);
      return null;
    }
    require(text.endsWith("\r"), "a line without CR", text);
    String line = text.substring(0, text.length() - 1);
    require(line.indexOf('\r') < 0 && line.indexOf('\0') < 0, "a CR or NUL in a line", line);
    return line;
  }

  private static void require(boolean holds, String what, String where) {
    if (!holds) {
      throw new AssertionError("The server sent " + what + ": <" + where + ">");
    }
  }
}
