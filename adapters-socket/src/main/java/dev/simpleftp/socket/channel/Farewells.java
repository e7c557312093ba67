package dev.simpleftp.socket.channel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// The data connections of one session that have ended and still wait for the other side's
/// good-bye.
///
/// Whoever never says it keeps a few of them at most: the oldest makes room, and the other side has
/// had the time of some more transfers then. Used by one transfer after the other.
public final class Farewells {
  static final int MOST = 4;

  private final Deque<DataConnection> waiting = new ArrayDeque<>();

  /// Ends a data connection in the ordinary way.
  public void end(DataConnection connection) throws IOException {
    connection.close();
    waiting.add(connection);
    waiting.removeIf(ended -> !ended.socket().isOpen());
    if (waiting.size() > MOST) {
      waiting.removeFirst().release();
    }
  }
}
