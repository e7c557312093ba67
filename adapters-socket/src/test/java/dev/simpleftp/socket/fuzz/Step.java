package dev.simpleftp.socket.fuzz;

import java.util.ArrayList;
import java.util.List;

/// One command of a drawn session, and how the transfer ends that it may begin.
///
/// @param session which of the sessions says it, from 0
/// @param size octets to send, if it is an upload
/// @param ending how its transfer ends
/// @param held whether the others go on before it ends
/// @param joined whether it is sent together with the command before it, unless that is a transfer
/// @param line the command; `{port}` stands for an address where the client waits, `{user}` for the
///   one name that may log in
record Step(int session, int size, Ending ending, boolean held, boolean joined, String line) {
  private static final String HEX = "0123456789ABCDEF";

  /// How a transfer ends.
  enum Ending {
    /// All is sent or read.
    WHOLE,
    /// The data connection is reset in the middle.
    RESET,
    /// The client says ABOR in the middle.
    ABORT,
    /// The client closes the control connection in the middle, and the data connection after it.
    LEAVE
  }

  static Step say(int session, String line) {
    return new Step(session, 0, Ending.WHOLE, false, false, line);
  }

  /// One line of text, from which [#read] makes it again.
  String write() {
    var text = new StringBuilder();
    text.append(session).append(' ').append(size).append(' ').append(ending).append(' ');
    text.append(held ? "held" : "once").append(' ').append(joined ? "joined" : "alone").append(' ');
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c == '\\' || c > '~') {
        text.append("\\u").append("%04X".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  static Step read(String text) {
    String[] parts = text.split(" ", 6);
    return new Step(
        Integer.parseInt(parts[0]),
        Integer.parseInt(parts[1]),
        Ending.valueOf(parts[2]),
        parts[3].equals("held"),
        parts[4].equals("joined"),
        unescape(parts[5]));
  }

  static String write(List<Step> steps) {
    return String.join("\n", steps.stream().map(Step::write).toList());
  }

  /// The steps of a kept session; blank lines and those that begin with `#` say nothing.
  static List<Step> readAll(String text) {
    List<Step> steps = new ArrayList<>();
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> steps.add(read(line)));
    return steps;
  }

  private static String unescape(String text) {
    var line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        line.append((char) hex(text.substring(i + 2, i + 6)));
        i += 5;
      } else {
        line.append(text.charAt(i));
      }
    }
    return line.toString();
  }

  private static int hex(String digits) {
    return digits.chars().reduce(0, (value, digit) -> 16 * value + HEX.indexOf(digit));
  }
}
