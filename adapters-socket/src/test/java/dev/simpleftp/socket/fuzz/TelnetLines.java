package dev.simpleftp.socket.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The lines in what a client sends, counted without the code of the server: RFC 854 takes its
/// commands out, LF ends a line, what follows the last LF is none.
final class TelnetLines {
  private TelnetLines() {}

  static List<String> of(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    var line = new ByteArrayOutputStream();
    int i = 0;
    while (i < bytes.length) {
      int b = bytes[i] & 0xFF;
      if (b == 255 && i + 1 < bytes.length && (bytes[i + 1] & 0xFF) == 255) {
        line.write(255);
        i += 2;
      } else if (b == 255) {
        boolean option =
            i + 1 < bytes.length && (bytes[i + 1] & 0xFF) >= 251 && (bytes[i + 1] & 0xFF) <= 254;
        i += option ? 3 : 2;
      } else {
        if (b == '\n') {
          lines.add(line.toString(StandardCharsets.ISO_8859_1));
          line.reset();
        } else {
          line.write(b);
        }
        i++;
      }
    }
    return lines;
  }
}
