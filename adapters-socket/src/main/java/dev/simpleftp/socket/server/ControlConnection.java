package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.channel.PassiveListener;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.CommandRejected;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import dev.simpleftp.socket.wire.Verb;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// One client: line → command → gates → interpreter → reply, until one side leaves.
///
/// Runs on a virtual thread of its own, which owns the conversation and alone writes its replies.
/// Others may only [#close()] it.
final class ControlConnection implements Runnable, Closeable, Transfers {
  private final ControlChannel channel;
  private final Conversation conversation;
  private final Interpreter interpreter;
  private final Surroundings surroundings;
  private final Deque<Line> pending = new ArrayDeque<>();
  private final long loginDeadline;
  private volatile @Nullable Attendance attending;

  ControlConnection(
      ControlChannel channel, UseCases useCases, FtpServerConfig config, Surroundings surroundings)
      throws IOException {
    this.channel = channel;
    this.surroundings = surroundings;
    conversation = new Conversation(channel, surroundings.peer(), useCases.close());
    interpreter = new Interpreter(conversation, useCases, config, this);
    loginDeadline = System.nanoTime() + surroundings.limits().login().toNanos();
  }

  /// The outermost frame of a session: whatever goes wrong in it ends here and ends only it.
  @Override
  @SuppressWarnings("CatchThrowable") // R23: an error of one session must not reach the others
  public void run() {
    try (channel) {
      talk();
    } catch (IOException _) {
      // The client is gone; there is nobody to tell.
    } catch (Throwable fault) {
      surroundings.events().faulted(conversation.peer(), fault);
    } finally {
      leave();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Attendance current = attending;
    if (current != null) {
      current.wake();
    }
  }

  private void talk() throws IOException {
    try {
      send(Reply.of(220, "simpleftp ready."));
      converse();
    } catch (SocketTimeoutException _) {
      send(Reply.of(421, "Nothing was said for too long; closing."));
    } catch (RuntimeException | Error fault) {
      send(Reply.of(421, "Local error; closing."));
      throw fault;
    }
  }

  private void converse() throws IOException {
    Line line = nextLine();
    while (line != null) {
      send(answer(line));
      line = conversation.isOver() ? null : nextLine();
    }
  }

  private @Nullable Line nextLine() throws IOException {
    Line waiting = pending.poll();
    return waiting != null ? waiting : channel.readLine(patience());
  }

  private Duration patience() throws SocketTimeoutException {
    if (conversation.loggedIn()) {
      return surroundings.limits().idle();
    }
    Duration left = Duration.ofNanos(loginDeadline - System.nanoTime());
    if (left.isNegative()) {
      throw new SocketTimeoutException("No login in time.");
    }
    return left;
  }

  private Reply answer(Line line) throws IOException {
    try {
      Command command = Gates.pass(line, conversation.loggedIn());
      report(line);
      return interpreter.interpret(command);
    } catch (CommandRejected rejected) {
      report(line);
      return rejected.reply();
    }
  }

  private void report(Line line) {
    boolean secret = CommandCodec.peek(line.text()).filter(v -> v == Verb.PASS).isPresent();
    surroundings.events().commandReceived(conversation.peer(), secret ? "PASS ***" : line.text());
  }

  private void send(Reply reply) throws IOException {
    try (var _ = surroundings.watchdog().watch(channel, surroundings.limits().stall())) {
      channel.write(ReplyCodec.encode(reply));
    }
  }

  @Override
  public Reply run(PassiveListener listener, Job job) throws IOException {
    try (var attendance = new Attendance(channel)) {
      attending = attendance;
      var transfer = new Transfer(job, listener, attendance, surroundings);
      return attend(attendance, transfer);
    } finally {
      attending = null;
    }
  }

  /// However this ends, the transfer has ended before: it borrows the store of the session.
  private Reply attend(Attendance attendance, Transfer transfer) throws IOException {
    transfer.start();
    try {
      attendance.until(transfer::isDone, new Meanwhile(channel, pending, transfer));
    } finally {
      if (!transfer.isDone()) {
        transfer.abort();
      }
    }
    return transfer.result();
  }

  private void leave() {
    try {
      conversation.endSession();
    } catch (IOException _) {
      // A store that cannot be closed cleanly is gone with its session.
    }
    surroundings.events().disconnected(conversation.peer());
  }
}
