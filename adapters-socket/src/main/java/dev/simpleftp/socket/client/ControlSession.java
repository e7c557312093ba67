package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.ControlChannel;
import dev.simpleftp.socket.tls.SessionTls;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import dev.simpleftp.socket.wire.LineBuffer;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import dev.simpleftp.socket.wire.MalformedReply;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import dev.simpleftp.socket.wire.ReplyCodec;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/// Commands out, replies in, in step. Once they are out of step the connection is closed: a reply
/// that came late must never answer the next command.
final class ControlSession implements Closeable {
  private static final int SERVICE_CLOSES = 421;
  private static final int MAX_LINE = 16 * 1024;
  private static final int MAX_REPLY = 64 * 1024;
  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final int STRAY_REPLIES = 3;
  private static final int DIRECTORY = 257;

  private final ControlChannel channel;
  private final ReplyCodec replies = new ReplyCodec(MAX_REPLY);
  private final Transcript transcript;
  private final Duration patience;
  private final InetSocketAddress remote;
  private Optional<SessionTls> tls = Optional.empty();
  private boolean dataProtected;
  private volatile boolean waiting;

  /// Takes over a connected socket.
  ///
  /// @param patience for one reply
  ControlSession(SocketChannel socket, Duration patience, Transcript transcript)
      throws IOException {
    this.channel = new ControlChannel(socket, LineBuffer.withAnyEnd(MAX_LINE));
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
    }
    this.remote = channel.remote();
    this.patience = patience;
    this.transcript = transcript;
  }

  /// The server's end of the connection.
  InetSocketAddress remote() {
    return remote;
  }

  boolean isOpen() {
    return channel.socket().isOpen();
  }

  /// Whether a thread waits for a reply just now.
  boolean isWaiting() {
    return waiting;
  }

  /// Goes on under TLS.
  ///
  /// @throws UnverifiedCertificate when the server may be somebody else
  /// @throws ConnectionFailed when it does not come about
  void secure(SessionTls session) throws IOException {
    boolean secured = false;
    try {
      requireNoInput();
      channel.secure(session.control(channel.socket(), patience));
      tls = Optional.of(session);
      secured = true;
    } finally {
      if (!secured) {
        channel.close();
      }
    }
  }

  /// Whoever put more behind the go-ahead wants it to be taken for protected (RFC 4217 §15).
  private void requireNoInput() throws IOException {
    try {
      channel.requireNoInput();
    } catch (IOException e) {
      throw ConnectionFailed.ofSession(
          "The server said more in clear behind its answer to AUTH TLS, as somebody on the line"
              + " might; the connection is closed.",
          e);
    }
  }

  /// The TLS of this connection, if there is one.
  Optional<SessionTls> tls() {
    return tls;
  }

  /// From now on data connections are under TLS, too.
  void protectData() {
    dataProtected = true;
  }

  /// The TLS of data connections, if they have one.
  Optional<SessionTls> dataTls() {
    return dataProtected ? tls : Optional.empty();
  }

  /// Sends a command and takes the next reply.
  ///
  /// @throws Refused BAD_NAME when the argument cannot be sent in one line
  Reply ask(String verb, String argument) throws IOException {
    return ask(verb, argument, patience);
  }

  /// The same for a command that may take its time.
  Reply ask(String verb, String argument, Duration patience) throws IOException {
    return reply(send(verb, argument) ? patience : LAST_WORDS);
  }

  /// Sends a command without an argument and takes the next reply.
  Reply ask(String verb) throws IOException {
    return ask(verb, "");
  }

  /// Waits for the next reply.
  Reply reply() throws IOException {
    return reply(patience);
  }

  /// Waits for the next reply; when none comes, the session is over.
  ///
  /// @throws ConnectionFailed also for 421, with the server's words
  /// @throws Refused BANNED
  Reply reply(Duration timeout) throws IOException {
    waiting = true;
    try {
      return next(timeout);
    } catch (SocketTimeoutException e) {
      channel.close();
      throw ConnectionFailed.ofSession(
          "The server did not answer within %d seconds.".formatted(timeout.toSeconds()), e);
    } finally {
      waiting = false;
    }
  }

  /// A reply that comes soon, or empty; then the session goes on.
  Optional<Reply> poll(Duration timeout) throws IOException {
    try {
      return Optional.of(next(timeout));
    } catch (SocketTimeoutException _) {
      return Optional.empty();
    }
  }

  /// Waits for the last word on a transfer whose data connection is reset, and asks for it with
  /// ABOR when none comes: some servers do not notice the reset before they have touched the
  /// connection.
  ///
  /// @param unasked how long to wait before ABOR
  /// @param patience for what comes after it
  void settle(Duration unasked, Duration patience) throws IOException {
    Optional<Reply> last = poll(unasked);
    while (last.isPresent() && last.get().isPreliminary()) {
      last = poll(unasked);
    }
    if (last.isEmpty()) {
      send("ABOR", "");
      Reply answer = reply(patience);
      if (answer.isCompletion()) {
        findStep(patience); // It may have been the transfer's own, and another one follow
      } else {
        reply(patience); // 426 for the transfer, then 226 for ABOR
      }
    }
  }

  /// Asks what has an answer like no other, and skips the replies before it.
  private void findStep(Duration patience) throws IOException {
    send("PWD", "");
    for (int i = 0; i <= STRAY_REPLIES; i++) {
      Reply reply = reply(patience);
      if (reply.code() == DIRECTORY || reply.code() / 100 == 5) {
        return;
      }
    }
    channel.close();
  }

  /// Says under TLS that nothing more comes.
  void endOutput() throws IOException {
    channel.endOutput();
  }

  /// Ends the connection at once. Any thread may call it.
  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Whatever fails here but the wait ends the session: nobody knows what the next line would
  /// answer.
  private Reply next(Duration timeout) throws IOException {
    try {
      return requireService(read(System.nanoTime() + timeout.toNanos()));
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (MalformedReply e) {
      channel.close();
      throw ConnectionFailed.ofSession(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private Reply read(long deadline) throws IOException {
    Optional<Reply> reply = Optional.empty();
    while (reply.isEmpty()) {
      reply = replies.add(line(Duration.ofNanos(deadline - System.nanoTime())));
    }
    return reply.get();
  }

  private String line(Duration timeout) throws IOException {
    Line line;
    if (timeout.isNegative()) {
      throw new SocketTimeoutException();
    }
    try {
      line = channel.readLine(timeout);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw lost(e);
    }
    if (line == null) {
      throw ConnectionFailed.ofSession("The server closed the connection.");
    }
    if (line.tooLong()) {
      throw new MalformedReply("The server sent a line longer than " + MAX_LINE + " bytes.");
    }
    String text = line.text().replace("\0", "");
    transcript.received(text);
    return text;
  }

  private static Reply requireService(Reply reply) throws IOException {
    if (reply.code() == SERVICE_CLOSES) {
      throw Refusals.read(reply, Refusal.DENIED);
    }
    return reply;
  }

  /// Sends the line.
  ///
  /// @return false when the server no longer takes any; its last words may still be here
  private boolean send(String verb, String argument) throws IOException {
    String line = argument.isEmpty() ? verb : verb + " " + requireOneLine(argument);
    if (!isOpen()) {
      throw ConnectionFailed.ofSession("The connection to the server is closed; open it again.");
    }
    transcript.sent(verb.equals("PASS") ? "PASS ***" : line);
    try {
      channel.write(line + "\r\n");
      return true;
    } catch (ClosedByInterruptException e) {
      throw lost(e);
    } catch (IOException _) {
      return false;
    }
  }

  /// The one place every argument passes, so that no name or password can smuggle in a command.
  private static String requireOneLine(String argument) throws Refused {
    boolean breaks = argument.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0);
    if (breaks || !isEncodable(argument)) {
      throw new Refused(
          Refusal.BAD_NAME,
          "A name or password must not hold a line end, NUL or half a character.");
    }
    return argument;
  }

  private static boolean isEncodable(String text) {
    try {
      return LosslessUtf8.length(text) >= 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static IOException lost(IOException cause) {
    return cause instanceof ClosedByInterruptException
        ? new IOException("Interrupted; the connection to the server is closed.", cause)
        : ConnectionFailed.ofSession(
            "The connection to the server is lost: "
                + Objects.requireNonNullElse(cause.getMessage(), "it was closed"),
            cause);
  }
}
