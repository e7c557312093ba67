package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.socket.classroom.SegmentChannel;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes answers out of a stream that does not part them.
///
/// Two that were sent 50 ms apart may arrive as one piece (`SUCCESSDATA_PORT 5000`), and one may
/// arrive in two. A word that could go on, such as the number of a port, is taken as complete when
/// nothing follows for a moment.
final class AnswerReader {
  private static final String SUCCESS = "SUCCESS";
  private static final String UPLOAD_SUCCESS = "UPLOAD SUCCESS";
  private static final String DATA_PORT = "DATA_PORT ";
  private static final String FAILURE = "FAILURE";
  private static final List<String> BEGINNINGS =
      List.of(SUCCESS, UPLOAD_SUCCESS, DATA_PORT, FAILURE);

  private static final int LONGEST = 8 * 1024;
  private static final int PORT_DIGITS = 5;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final SegmentChannel channel;
  private String text = "";

  AnswerReader(SegmentChannel channel) {
    this.channel = channel;
  }

  /// Waits for the next answer.
  ///
  /// @throws SocketTimeoutException none came for this long
  /// @throws IOException the server closed the connection, or it broke
  ClassroomAnswer next(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    text = text.stripLeading();
    while (isBeginning()) {
      receive(Duration.ofNanos(deadline - System.nanoTime()));
      text = text.stripLeading();
    }
    if (take(SUCCESS)) {
      return new ClassroomAnswer.Success();
    }
    if (take(UPLOAD_SUCCESS)) {
      return new ClassroomAnswer.UploadSuccess();
    }
    return take(DATA_PORT) ? port() : words();
  }

  /// Whether the text could become an answer, but is none yet.
  private boolean isBeginning() {
    return BEGINNINGS.stream().anyMatch(b -> b.startsWith(text) && !b.equals(text));
  }

  private boolean take(String word) {
    boolean there = text.startsWith(word);
    if (there) {
      text = text.substring(word.length());
    }
    return there;
  }

  private ClassroomAnswer port() throws IOException {
    while (digits() == text.length() && digits() < PORT_DIGITS && receiveMore()) {}
    int digits = digits();
    int port = digits == 0 || digits > PORT_DIGITS ? 0 : Integer.parseInt(text, 0, digits, 10);
    String number = text;
    text = text.substring(digits);
    return port >= 1 && port <= 65_535
        ? new ClassroomAnswer.DataPort(port)
        : new ClassroomAnswer.Foreign(DATA_PORT + number);
  }

  private int digits() {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /// Nothing marks the end of such words; nothing else is said behind them.
  private ClassroomAnswer words() throws IOException {
    while (text.length() < LONGEST && receiveMore()) {}
    String all = text.strip();
    text = "";
    return all.startsWith(FAILURE)
        ? new ClassroomAnswer.Failure(reason(all.substring(FAILURE.length())))
        : new ClassroomAnswer.Foreign(all);
  }

  private static String reason(String behind) {
    String words = behind.startsWith(":") ? behind.substring(1).strip() : behind.strip();
    return words.isEmpty() ? "The server said no." : words;
  }

  /// @return false when nothing more came within a moment, or ever will
  private boolean receiveMore() throws IOException {
    try {
      receive(MOMENT);
      return true;
    } catch (SocketTimeoutException | ServerLeft _) {
      return false;
    }
  }

  private void receive(Duration patience) throws IOException {
    if (!patience.isPositive()) {
      throw new SocketTimeoutException();
    }
    @Nullable String segment = channel.receive(patience);
    if (segment == null) {
      throw new ServerLeft();
    }
    text += segment;
  }

  /// The connection ended in good order.
  static final class ServerLeft extends IOException {
    ServerLeft() {
      super("the server closed it");
    }
  }
}
