package dev.simpleftp.socket.server;

import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.wire.Command;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.CommandRejected;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import dev.simpleftp.socket.wire.Verb;
import java.io.IOException;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What becomes of the lines a client sends while a transfer runs.
///
/// What the row of the verb allows (STAT, NOOP) is answered at once, unless something before it
/// waits: replies keep the order of the commands. ABOR means the last transfer asked for before it,
/// and stops it at once if it is this one; its own reply, too, waits for its turn.
final class Meanwhile implements Attendance.Listener {
  private static final int MAX_LINES = 64;
  private static final int MAX_CHARACTERS = 16 * 1024;

  private final ControlChannel channel;
  private final Deque<Line> waiting;
  private final Transfer transfer;
  private final Consumer<Line> log;
  private int characters;

  /// @param waiting takes the lines that must wait
  /// @param log hears of the lines that are answered at once
  Meanwhile(ControlChannel channel, Deque<Line> waiting, Transfer transfer, Consumer<Line> log) {
    this.channel = channel;
    this.waiting = waiting;
    this.transfer = transfer;
    this.log = log;
    this.characters = waiting.stream().mapToInt(line -> line.text().length()).sum();
  }

  /// Looks at the lines that have waited since the transfer before this one.
  void begin() throws IOException {
    Optional<Line> first =
        waiting.stream().filter(line -> isAbort(line) || asksForTransfer(line)).findFirst();
    if (first.isPresent() && isAbort(first.get())) {
      transfer.abort();
    }
  }

  @Override
  public void waiting(Line line) throws IOException {
    if (isAbort(line) && waiting.stream().noneMatch(Meanwhile::asksForTransfer)) {
      transfer.abort();
    }
    characters += line.text().length();
    waiting.add(line);
  }

  @Override
  public void arrived(Line line) throws IOException {
    boolean first = waiting.isEmpty() && !transfer.isDone();
    Optional<Reply> reply = first ? now(line) : Optional.empty();
    if (reply.isPresent()) {
      log.accept(line);
      channel.write(ReplyCodec.encode(reply.get()));
    } else {
      waiting(line);
    }
  }

  @Override
  public boolean wantsMore() {
    return waiting.size() < MAX_LINES && characters < MAX_CHARACTERS;
  }

  @Override
  public void ended() throws IOException {
    transfer.abort();
  }

  /// STAT of a path needs the store, which the transfer uses, so it waits.
  private Optional<Reply> now(Line line) {
    Optional<Verb> verb = verb(line).filter(Verb::isAtOnce);
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    if (verb.get() != Verb.STAT) {
      return Optional.of(Reply.of(200, "Ready; a transfer is running."));
    }
    boolean bare = line.text().stripTrailing().length() == Verb.STAT.name().length();
    return bare
        ? Optional.of(Reply.of(213, transfer.moved() + " bytes transferred so far."))
        : Optional.empty();
  }

  private static boolean isAbort(Line line) {
    return verb(line).equals(Optional.of(Verb.ABOR));
  }

  private static boolean asksForTransfer(Line line) {
    try {
      Command command = CommandCodec.parse(line.text(), Set.of());
      return command instanceof Command.Transfer || command instanceof Command.Integrity;
    } catch (CommandRejected _) {
      return false;
    }
  }

  private static Optional<Verb> verb(Line line) {
    return CommandCodec.peek(line.text());
  }
}
