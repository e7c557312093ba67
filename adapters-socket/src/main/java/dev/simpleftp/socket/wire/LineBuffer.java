package dev.simpleftp.socket.wire;

import dev.simpleftp.domain.LosslessUtf8;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Cuts the bytes of a control connection into lines, however they were split on the way.
///
/// A line ends with LF, a CR before it belongs to the end; where a bare CR may end a line too, the
/// LF of CR LF is skipped. Telnet commands (RFC 854) are taken out; `IAC IAC` is one byte 0xFF. A
/// line beyond the limit is thrown away, so memory stays bounded: a command up to its end, a reply
/// at once, since it ends the session and its end may never come.
public final class LineBuffer {
  private static final int IAC = 255;
  private static final int WILL = 251;
  private static final int DONT = 254;

  private final byte[] line;
  private final boolean crEnds;
  private int length;
  private boolean tooLong;
  private boolean afterCr;
  private Telnet telnet = Telnet.DATA;

  private LineBuffer(int maxLength, boolean crEnds) {
    this.line = new byte[maxLength + 1];
    this.crEnds = crEnds;
  }

  /// For lines of commands.
  ///
  /// @param maxLength the most bytes a line may have, its end not counted
  public LineBuffer(int maxLength) {
    this(maxLength, false);
  }

  /// For lines of replies: some servers end them with CR, with LF, or with both.
  public static LineBuffer withAnyEnd(int maxLength) {
    return new LineBuffer(maxLength, true);
  }

  /// Takes bytes up to the end of the next line.
  ///
  /// @return the line, or null when the bytes are used up and the line is not complete
  public @Nullable Line next(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int b = bytes.get() & 0xFF;
      boolean restOfEnd = afterCr && b == '\n';
      afterCr = crEnds && telnet == Telnet.DATA && b == '\r';
      if (afterCr || (telnet == Telnet.DATA && b == '\n' && !restOfEnd)) {
        return end();
      }
      if (!restOfEnd) {
        take(b);
      }
      if (crEnds && tooLong) {
        return end();
      }
    }
    return null;
  }

  /// Whether a line has begun and not ended.
  public boolean isInLine() {
    return length > 0 || tooLong || telnet != Telnet.DATA;
  }

  /// Takes the LF that belongs to the CR at which the last line ended, if it is the next byte.
  public void endLine(ByteBuffer bytes) {
    if (afterCr && bytes.hasRemaining() && bytes.get(bytes.position()) == '\n') {
      bytes.get();
      afterCr = false;
    }
  }

  private void take(int b) {
    switch (telnet) {
      case DATA -> {
        if (b == IAC) {
          telnet = Telnet.COMMAND;
        } else {
          append(b);
        }
      }
      case COMMAND -> {
        telnet = b >= WILL && b <= DONT ? Telnet.OPTION : Telnet.DATA;
        if (b == IAC) {
          append(b);
        }
      }
      case OPTION -> telnet = Telnet.DATA;
    }
  }

  private void append(int b) {
    if (length == line.length) {
      tooLong = true;
    } else {
      line[length++] = (byte) b;
    }
  }

  private Line end() {
    boolean cr = length > 0 && line[length - 1] == '\r';
    int end = cr ? length - 1 : length;
    boolean over = tooLong || end == line.length;
    Line result = over ? Line.TOO_LONG : new Line(LosslessUtf8.decode(line, 0, end), false);
    length = 0;
    tooLong = false;
    return result;
  }

  private enum Telnet {
    DATA,
    COMMAND,
    OPTION
  }

  /// One line of a control connection.
  ///
  /// @param text the line without its end; empty when it was too long
  /// @param tooLong whether it was beyond the limit and is lost
  public record Line(String text, boolean tooLong) {
    private static final Line TOO_LONG = new Line("", true);
  }
}
