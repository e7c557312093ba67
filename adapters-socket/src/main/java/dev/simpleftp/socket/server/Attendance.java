package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What the thread of a control connection does while a transfer runs beside it.
///
/// It waits for three things at once: a line of the client, a message of the transfer, the end of
/// the transfer. All reading and writing of the control connection stays on its own thread; the
/// transfer leaves messages and wakes it.
final class Attendance implements Closeable {
  /// Portions read before the thread looks at its other duties again.
  private static final int PORTIONS_AT_ONCE = 16;

  private final ControlChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final Queue<CompletableFuture<Boolean>> questions = new ArrayDeque<>();
  private boolean begun;
  private boolean dismissed;
  private boolean ended;
  private volatile boolean cut;

  /// Puts the channel into non-blocking mode until [#close()].
  Attendance(ControlChannel channel) throws IOException {
    this.channel = channel;
    selector = Selector.open();
    try {
      channel.socket().configureBlocking(false);
      key = channel.socket().register(selector, SelectionKey.OP_READ);
    } catch (IOException e) {
      selector.close();
      throw e;
    }
  }

  /// Attends until this is so. On the control connection's thread.
  ///
  /// @param listener hears what the client does meanwhile
  void until(BooleanSupplier done, Listener listener) throws IOException {
    try {
      for (Line line = channel.pollLine(); line != null; line = channel.pollLine()) {
        listener.waiting(line);
      }
      while (!done.getAsBoolean()) {
        if (!ended && listener.wantsMore() && channel.hasPending()) {
          selector.selectNow();
        } else {
          selector.select();
        }
        selector.selectedKeys().clear();
        attend(listener);
      }
      attend(listener);
    } finally {
      dismiss();
    }
  }

  /// Lets the control connection's thread send a preliminary reply. On the transfer's thread.
  void reply(Reply reply) {
    synchronized (this) {
      replies.add(reply);
    }
    wake();
  }

  /// Lets the control connection's thread read all that has arrived, and waits for it. On the
  /// transfer's thread.
  ///
  /// @return whether the client is still there
  boolean look() {
    var answer = new CompletableFuture<Boolean>();
    synchronized (this) {
      if (dismissed) {
        return false;
      }
      questions.add(answer);
    }
    wake();
    return answer.join();
  }

  /// Makes [#until] look again.
  void wake() {
    selector.wakeup();
  }

  /// Lets the control connection's thread act as if the client had left. On any thread.
  void cut() {
    cut = true;
    wake();
  }

  /// Back to blocking mode.
  @Override
  public void close() throws IOException {
    selector.close();
    channel.socket().configureBlocking(true);
  }

  private void attend(Listener listener) throws IOException {
    for (Reply reply = next(replies); reply != null; reply = next(replies)) {
      channel.write(ReplyCodec.encode(reply));
      begun = true;
    }
    CompletableFuture<Boolean> question = next(questions);
    boolean here = false;
    try {
      here = receive(listener);
    } finally {
      if (question != null) {
        question.complete(here);
      }
    }
  }

  private synchronized <T> @Nullable T next(Queue<T> queue) {
    return queue.poll();
  }

  /// Reads what has arrived.
  ///
  /// @return whether all of it was read and the client is still there; where the client has sent
  ///   more than is taken, nobody knows what stands behind it
  private boolean receive(Listener listener) throws IOException {
    if (cut && !ended) {
      ended = true;
      listener.ended();
    }
    for (int i = 0; i < PORTIONS_AT_ONCE && !ended && listener.wantsMore(); i++) {
      int n = fill();
      if (n == 0) {
        return true;
      }
      if (n < 0) {
        ended = true;
        listener.ended();
      }
      for (Line line = channel.pollLine(); line != null; line = channel.pollLine()) {
        hear(line, listener);
      }
    }
    if (key.isValid() && (ended || !listener.wantsMore())) {
      key.interestOps(0);
    }
    return false;
  }

  private void hear(Line line, Listener listener) throws IOException {
    if (begun) {
      listener.arrived(line);
    } else {
      listener.waiting(line);
    }
  }

  private int fill() {
    try {
      return channel.fill();
    } catch (IOException _) {
      return -1;
    }
  }

  private synchronized void dismiss() {
    dismissed = true;
    questions.forEach(question -> question.complete(false));
  }

  /// Hears what the client does meanwhile.
  interface Listener {
    /// A line that had been sent before the client was told that the transfer began: it was meant
    /// to wait for its end.
    void waiting(Line line) throws IOException;

    /// A line that came after that.
    void arrived(Line line) throws IOException;

    /// Whether there is room for more lines.
    boolean wantsMore();

    /// The client has closed the control connection.
    void ended() throws IOException;
  }
}
