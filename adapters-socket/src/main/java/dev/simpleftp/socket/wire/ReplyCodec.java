package dev.simpleftp.socket.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns replies into lines and lines into replies (RFC 959 §4.2).
///
/// The reading side is fed one line at a time and lives with what servers send: inner lines that
/// begin with the same code, with another code, or with none. Only the first line's code followed
/// by a blank ends the reply. Blank lines between two replies are skipped: they are what is left of
/// doubled line ends.
public final class ReplyCodec {
  private static final int CODE_LENGTH = 3;

  private final int maxLength;
  private final List<String> lines = new ArrayList<>();
  private String code = "";
  private int length;

  /// A reader for one reply after the other.
  ///
  /// @param maxLength the most characters a whole reply may have
  public ReplyCodec(int maxLength) {
    this.maxLength = maxLength;
  }

  /// The reply as it goes over the wire, line ends included.
  public static String encode(Reply reply) {
    var text = new StringBuilder();
    int last = reply.lines().size() - 1;
    for (int i = 0; i <= last; i++) {
      String line = reply.lines().get(i);
      if (i == last) {
        text.append(reply.code()).append(' ');
      } else if (i == 0) {
        text.append(reply.code()).append('-');
      } else if (!line.isEmpty() && isDigit(line.charAt(0))) {
        text.append(' ');
      }
      text.append(line).append("\r\n");
    }
    return text.toString();
  }

  /// Takes the next line of the server.
  ///
  /// @return the reply that this line completes, if it does
  /// @throws MalformedReply when the line cannot begin a reply, or the reply grows too long
  public Optional<Reply> add(String line) throws MalformedReply {
    length += line.length();
    if (length > maxLength) {
      throw new MalformedReply("The server's reply is longer than " + maxLength + " characters.");
    }
    if (lines.isEmpty()) {
      return line.isBlank() ? Optional.empty() : begin(line);
    }
    return goOn(line);
  }

  private Optional<Reply> begin(String line) throws MalformedReply {
    if (!startsWithCode(line)) {
      throw new MalformedReply("The server answered something that is no FTP reply.");
    }
    code = line.substring(0, CODE_LENGTH);
    lines.add(textOf(line));
    return line.startsWith("-", CODE_LENGTH) ? Optional.empty() : complete();
  }

  private Optional<Reply> goOn(String line) {
    boolean last = line.equals(code) || line.startsWith(code + " ");
    boolean repeatsCode = last || line.startsWith(code + "-");
    lines.add(repeatsCode ? textOf(line) : line);
    return last ? complete() : Optional.empty();
  }

  private Optional<Reply> complete() {
    Reply reply = new Reply(Integer.parseInt(code), lines);
    lines.clear();
    length = 0;
    return Optional.of(reply);
  }

  private static String textOf(String line) {
    return line.length() > CODE_LENGTH ? line.substring(CODE_LENGTH + 1) : "";
  }

  private static boolean startsWithCode(String line) {
    return line.length() >= CODE_LENGTH
        && line.charAt(0) >= '1'
        && line.charAt(0) <= '5'
        && isDigit(line.charAt(1))
        && isDigit(line.charAt(2))
        && (line.length() == CODE_LENGTH || " -".indexOf(line.charAt(CODE_LENGTH)) >= 0);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
