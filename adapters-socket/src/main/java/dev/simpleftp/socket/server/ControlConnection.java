package dev.simpleftp.socket.server;

import dev.simpleftp.application.port.in.UseCases;
import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.tls.ControlTls;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.wire.CommandCodec;
import dev.simpleftp.socket.wire.CommandRejected;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One client: line → command → gates → interpreter → reply, until one side leaves.
///
/// Runs on a virtual thread of its own, which owns the conversation and alone writes its replies.
/// Others may only [#close()] it.
final class ControlConnection implements Runnable, Closeable, Transfers {
  private static final int MAX_STRANGE_LINES = 10;
  private static final List<String> SECRETS = List.of("PASS", "ACCT");

  private final ControlChannel channel;
  private final Conversation conversation;
  private final Interpreter interpreter;
  private final Offer offer;
  private final FtpServerConfig config;
  private final Surroundings surroundings;
  private final Deque<Line> pending = new ArrayDeque<>();
  private long loginDeadline;
  private int strangeLines;
  private boolean standing;
  private volatile @Nullable Attendance attending;
  private volatile @Nullable Reply farewell;

  ControlConnection(
      ControlChannel channel,
      UseCases useCases,
      FtpServerConfig config,
      Surroundings surroundings) {
    this.channel = channel;
    this.surroundings = surroundings;
    this.config = config;
    this.offer = config.carriedOut();
    conversation = new Conversation(surroundings, useCases.close());
    interpreter = new Interpreter(conversation, useCases, config, this);
    restartLogin();
  }

  /// Makes its thread say this and close, but not before a running transfer has ended.
  void dismiss(Reply reply) throws IOException {
    farewell = reply;
    if (attending == null) {
      channel.endInput();
    }
  }

  /// Ends the transfer that runs.
  void cut() {
    Attendance current = attending;
    if (current != null) {
      current.cut();
    }
  }

  /// What a session holds is free before its client sees the connection closed: whoever comes back
  /// at once finds the port again that it held.
  @Override
  public void run() {
    try (channel) {
      frame();
      endTls();
    } catch (IOException _) {
      // A connection that cannot be closed is gone already.
    }
  }

  private void endTls() throws IOException {
    try (var _ = surroundings.watchdog().watch(channel, surroundings.limits().stall())) {
      channel.endOutput();
    }
  }

  /// The outermost frame of a session: whatever goes wrong in it ends here and ends only it.
  @SuppressWarnings("CatchThrowable") // R23: an error of one session must not reach the others
  private void frame() {
    try {
      talk();
    } catch (IOException _) {
      // The client is gone; there is nobody to tell.
    } catch (Throwable fault) {
      tell(fault);
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
      if (conversation.protection().isImplicit()) {
        beginTls();
      }
      send(Reply.of(220, "simpleftp ready."));
      converse();
      Reply last = farewell;
      if (last != null && !conversation.isOver()) {
        send(last);
      }
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
      Reply reply = answer(line);
      tellStanding();
      send(reply);
      if (conversation.protection().takeWanted()) {
        beginTls();
      }
      line = conversation.isOver() ? null : nextLine();
    }
  }

  /// Lines that came in clear behind AUTH end the session: nobody may take them for protected ones.
  private void beginTls() throws IOException {
    FtpsConfig ftps = config.tls().orElseThrow();
    try {
      requireNothingBehind();
      ControlTls begun = ftps.tls().accept(channel.socket());
      channel.secure(begun.channel());
      conversation.protection().begun(begun);
      surroundings.events().tlsBegan(conversation.peer(), begun.words());
    } catch (IOException e) {
      if (farewell == null) {
        surroundings.events().tlsFailed(conversation.peer(), e);
      }
      throw new IOException("TLS did not begin.", e); // Nothing can be said any more
    }
  }

  private void requireNothingBehind() throws IOException {
    channel.requireNoInput();
    if (!pending.isEmpty()) {
      throw new IOException("There were commands in clear behind the one that starts TLS.");
    }
  }

  private boolean lacksTls() {
    return config.requiresTls() && conversation.protection().ofControl().isEmpty();
  }

  private void tellStanding() {
    if (standing != conversation.loggedIn()) {
      standing = conversation.loggedIn();
      surroundings.standing().is(standing);
    }
  }

  private @Nullable Line nextLine() throws IOException {
    if (farewell != null) {
      return null;
    }
    Line waiting = pending.poll();
    try {
      return waiting != null ? waiting : channel.readLine(patience());
    } catch (TlsChannel.Cut e) {
      if (farewell == null) {
        throw e;
      }
      return null; // It was cut on this side, by dismiss
    }
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

  /// A new login has its whole time again, however long the session before it was.
  private void restartLogin() {
    loginDeadline = System.nanoTime() + surroundings.limits().login().toNanos();
  }

  private Reply answer(Line line) throws IOException {
    report(line);
    if (conversation.loggedIn()) {
      restartLogin();
    }
    try {
      return interpreter.interpret(Gates.pass(line, offer, lacksTls(), conversation.loggedIn()));
    } catch (CommandRejected rejected) {
      conversation.state().takeRenameFrom();
      return isTooStrange(line) ? dismiss() : rejected.reply();
    }
  }

  /// Before the login nobody needs more than a few guesses; a web browser needs none.
  private boolean isTooStrange(Line line) {
    boolean unknown = CommandCodec.peek(line.text()).isEmpty();
    if (unknown && !conversation.loggedIn()) {
      strangeLines++;
    }
    return strangeLines > MAX_STRANGE_LINES
        || (unknown && !conversation.loggedIn() && line.text().contains(" HTTP/"));
  }

  private Reply dismiss() {
    conversation.finish();
    return Reply.of(421, "This is an FTP server; closing.");
  }

  private void report(Line line) {
    surroundings.events().commandReceived(conversation.peer(), masked(line.text()));
  }

  /// Passwords and account numbers stay out of every log, also where a slip of the finger keeps
  /// PASS from being PASS: of what is no verb only the first word is shown.
  private static String masked(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) <= ' ') {
      start++;
    }
    String text = line.substring(start);
    Optional<String> secret =
        SECRETS.stream().filter(v -> text.regionMatches(true, 0, v, 0, v.length())).findFirst();
    if (secret.isPresent()) {
      return secret.get() + " ***";
    }
    return CommandCodec.peek(line).isPresent() ? line : firstWord(text);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return end == text.length() ? text : text.substring(0, end) + " ***";
  }

  private void send(Reply reply) throws IOException {
    try (var _ = surroundings.watchdog().watch(channel, surroundings.limits().stall())) {
      channel.write(ReplyCodec.encode(reply));
    }
  }

  @Override
  public Reply run(DataDoor door, Job job) throws IOException {
    return run(job, door, 425);
  }

  @Override
  public Reply run(Job job) throws IOException {
    return run(job, null, 450);
  }

  private Reply run(Job job, @Nullable DataDoor door, int busy) throws IOException {
    Attendance opened;
    try {
      opened = new Attendance(channel);
    } catch (IOException e) {
      if (!channel.socket().isOpen()) {
        throw e;
      }
      return Reply.of(busy, "Nothing more can be opened now; try again later.");
    }
    try (opened) {
      attending = opened;
      return attend(opened, new Transfer(job, door, opened, surroundings));
    } finally {
      attending = null;
    }
  }

  /// However this ends, the transfer has ended before: it borrows the store of the session.
  private Reply attend(Attendance attendance, Transfer transfer) throws IOException {
    var meanwhile = new Meanwhile(channel, pending, transfer, this::report);
    transfer.start();
    try {
      meanwhile.begin();
      attendance.until(transfer::isDone, meanwhile);
    } finally {
      transfer.end();
    }
    return transfer.result();
  }

  /// Where memory is short even telling may fail; then the session just ends.
  @SuppressWarnings("CatchThrowable")
  private void tell(Throwable fault) {
    try {
      surroundings.events().faulted(conversation.peer(), fault);
    } catch (Throwable _) {
      // Nothing is left to be done for this session.
    }
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
