package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.util.Deque;
import java.util.Optional;

/// What becomes of the lines a client sends while a transfer runs.
///
/// STAT and NOOP are answered at once, unless something before them waits: replies keep the order
/// of the commands. ABOR stops the transfer at once; its own reply, too, waits for its turn.
final class Meanwhile implements Attendance.Listener {
  private static final int MAX_WAITING = 256;

  private final ControlChannel channel;
  private final Deque<Line> waiting;
  private final Transfer transfer;

  Meanwhile(ControlChannel channel, Deque<Line> waiting, Transfer transfer) {
    this.channel = channel;
    this.waiting = waiting;
    this.transfer = transfer;
  }

  @Override
  public void waiting(Line line) throws IOException {
    if (verb(line).equals(Optional.of(Verb.ABOR))) {
      transfer.abort();
    }
    waiting.add(line);
  }

  @Override
  public void arrived(Line line) throws IOException {
    Optional<Reply> reply = waiting.isEmpty() ? verb(line).flatMap(this::now) : Optional.empty();
    if (reply.isPresent()) {
      channel.write(ReplyCodec.encode(reply.get()));
    } else {
      waiting(line);
    }
  }

  @Override
  public boolean wantsMore() {
    return waiting.size() < MAX_WAITING;
  }

  @Override
  public void ended() throws IOException {
    transfer.abort();
  }

  private Optional<Reply> now(Verb verb) {
    return switch (verb) {
      case NOOP -> Optional.of(Reply.of(200, "Ready; a transfer is running."));
      case STAT -> Optional.of(Reply.of(213, transfer.moved() + " bytes transferred so far."));
      default -> Optional.empty();
    };
  }

  private static Optional<Verb> verb(Line line) {
    return CommandCodec.peek(line.text());
  }
}
