package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// What the thread of a control connection does while a transfer runs beside it.
///
/// It waits for three things at once: a line of the client, a message of the transfer, the end of the
/// transfer. All reading and writing of the control connection stays on its own thread; the transfer
/// leaves messages and wakes it.
final class Attendance implements AutoCloseable {
  /// Portions read before the thread looks at its other duties again.
  private static final int PORTIONS_AT_ONCE = 16;

  private final ControlChannel channel;
  private final Listener listener;
  private final Selector selector;
  private final Queue<Message> messages = new ArrayDeque<>();
  private boolean closed;
  private boolean ended;

  /// Puts the channel into non-blocking mode until [#close()].
  Attendance(ControlChannel channel, Listener listener) throws IOException {
    this.channel = channel;
    this.listener = listener;
    selector = Selector.open();
    channel.socket().configureBlocking(false);
    channel.socket().register(selector, SelectionKey.OP_READ);
  }

  /// Attends until the task is done. On the control connection's thread.
  void until(Future<?> task) throws IOException {
    deliverLines(listener::waiting);
    while (!task.isDone()) {
      selector.select();
      selector.selectedKeys().clear();
      deliverMessages();
      receive();
    }
    deliverMessages();
  }

  /// Lets the control connection's thread send a preliminary reply. On the transfer's thread.
  void reply(Reply reply) {
    post(
        () -> {
          try {
            channel.write(ReplyCodec.encode(reply));
          } catch (IOException _) {
            end();
          }
        });
  }

  /// Lets the control connection's thread read all that has arrived, and waits for it. On the
  /// transfer's thread.
  ///
  /// @return whether the client is still there
  boolean look() {
    var answer = new CompletableFuture<Boolean>();
    boolean posted =
        post(
            () -> {
              receive();
              answer.complete(!ended);
            });
    return posted && answer.join();
  }

  /// Makes [#until] look at its task.
  void wake() {
    selector.wakeup();
  }

  /// Back to blocking mode; later messages are not taken.
  @Override
  public void close() throws IOException {
    synchronized (messages) {
      closed = true;
    }
    deliverMessages();
    selector.close();
    channel.socket().configureBlocking(true);
  }

  private boolean post(Message message) {
    synchronized (messages) {
      if (closed) {
        return false;
      }
      messages.add(message);
    }
    wake();
    return true;
  }

  private void deliverMessages() throws IOException {
    while (true) {
      Message message;
      synchronized (messages) {
        message = messages.poll();
      }
      if (message == null) {
        return;
      }
      message.run();
    }
  }

  private void receive() throws IOException {
    for (int i = 0; i < PORTIONS_AT_ONCE && !ended && listener.wantsMore(); i++) {
      int n = fill();
      if (n == 0) {
        return;
      }
      if (n < 0) {
        end();
      }
      deliverLines(listener::arrived);
    }
    if (ended || !listener.wantsMore()) {
      channel.socket().keyFor(selector).interestOps(0);
    }
  }

  private int fill() {
    try {
      return channel.fill();
    } catch (IOException _) {
      return -1;
    }
  }

  private void end() throws IOException {
    ended = true;
    listener.ended();
  }

  private void deliverLines(LineTaker taker) throws IOException {
    Line line = channel.pollLine();
    while (line != null) {
      taker.take(line);
      line = channel.pollLine();
    }
  }

  /// Does something with a line.
  @FunctionalInterface
  private interface LineTaker {
    void take(Line line) throws IOException;
  }

  /// Something for the control connection's thread to do.
  @FunctionalInterface
  private interface Message {
    void run() throws IOException;
  }

  /// Hears what the client does meanwhile.
  interface Listener {
    /// A line that had been sent before the transfer began: it was meant to wait for its end.
    void waiting(Line line) throws IOException;

    /// A line that was sent while the transfer runs.
    void arrived(Line line) throws IOException;

    /// Whether there is room for more lines.
    boolean wantsMore();

    /// The client has closed the control connection.
    void ended() throws IOException;
  }
}
