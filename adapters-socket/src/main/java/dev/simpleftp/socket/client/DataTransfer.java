package dev.simpleftp.socket.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.tls.SessionTls;
import dev.simpleftp.socket.tls.TlsChannel;
import dev.simpleftp.socket.tls.UnverifiedCertificate;
import dev.simpleftp.socket.wire.Refusals;
import dev.simpleftp.socket.wire.Reply;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One agreed transfer: its data connection and the last reply that belongs to it.
///
/// Only [#finish] closes the data connection in the ordinary way. Whatever else closes it (an
/// interrupt, a stall, the end of the process) resets it, because an ordinary end would tell the
/// server that the file is complete; only where nobody takes it so, [#keepWhatCame()] is better.
///
/// A stall is one of the data connection: as long as the side here takes its time with the next
/// octets, or with those that came, nothing is counted.
final class DataTransfer {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  /// A server may wait for another connection before it says why it did not take the first.
  private static final Duration WORDS_ON_TLS = Duration.ofSeconds(3);

  /// Within this most servers notice that a connection was reset.
  private static final Duration SOON = Duration.ofMillis(250);

  /// The server wants TLS on the data connection, or more of it (RFC 4217 §10.2).
  private static final int NOT_PROTECTED = 522;

  private static final int REST = 1024;
  private static final int RESET = 0;
  private static final int NO_LINGER = -1;

  private final ControlSession control;
  private final SocketChannel data;
  private final ClientConfig limits;
  private final Watchdog.Watch watch;
  private @Nullable TlsChannel tls;
  private @Nullable Reply last;
  private boolean kept;
  private volatile boolean over;

  /// @param first the reply that agreed to the transfer
  DataTransfer(
      ControlSession control, SocketChannel data, Watchdog dog, ClientConfig limits, Reply first)
      throws IOException {
    this.control = control;
    this.data = data;
    this.limits = limits;
    this.last = first.isPreliminary() ? null : first;
    data.setOption(StandardSocketOptions.SO_LINGER, RESET);
    this.watch = dog.watch(data, limits.stall());
    watch.rest();
  }

  /// Takes up TLS, where data is protected.
  ///
  /// @throws ConnectionFailed when it does not come about; the session is lost then, because every
  ///   further data connection may fail like this one: where each has to resume the TLS session, a
  ///   session of TLS 1.3 lasts as long as its tickets, and another one begins with new tickets
  /// @throws Refused when the server says no to the transfer itself
  void protect() throws IOException {
    Optional<SessionTls> session = control.dataTls();
    if (session.isEmpty()) {
      return;
    }
    try {
      tls = session.get().data(data, limits.connect());
    } catch (UnverifiedCertificate e) {
      giveUp();
      throw ConnectionFailed.ofSession(Objects.requireNonNull(e.getMessage()), e);
    } catch (IOException e) {
      throw unprotected(e);
    }
  }

  private IOException unprotected(IOException cause) throws IOException {
    over = true;
    kill();
    if (last == null) {
      last = control.poll(WORDS_ON_TLS).orElse(null);
    }
    if (last != null && Refusals.read(last, Refusal.DENIED) instanceof Refused refused) {
      return refused;
    }
    control.close();
    return ConnectionFailed.ofSession(
        "TLS on the data connection does not come about: "
            + (last == null ? wordsOf(cause) : last.text()),
        cause);
  }

  /// Whether what moves is encrypted.
  boolean isProtected() {
    return tls != null;
  }

  /// From now on every end is an ordinary one, so that the server keeps what it was sent.
  void keepWhatCame() throws IOException {
    kept = true;
    data.setOption(StandardSocketOptions.SO_LINGER, NO_LINGER);
  }

  boolean isOver() {
    return over;
  }

  /// The socket itself, for those that can send to it without a copy; they call [#moved()] before
  /// and whenever something moved.
  SocketChannel channel() {
    return data;
  }

  /// Bytes moved: the transfer does not stand still.
  void moved() {
    watch.touch();
  }

  int read(ByteBuffer buffer) throws IOException {
    watch.touch();
    try {
      return bytes().read(buffer);
    } catch (IOException e) {
      throw broken(e);
    } finally {
      watch.rest();
    }
  }

  void write(ByteBuffer buffer) throws IOException {
    watch.touch();
    try {
      while (buffer.hasRemaining()) {
        bytes().write(buffer);
        watch.touch();
      }
    } catch (IOException e) {
      throw broken(e);
    } finally {
      watch.rest();
    }
  }

  /// Ends the data connection, then takes the server's verdict: some servers wait for the first
  /// before they give the second.
  ///
  /// @throws ConnectionFailed the line broke, or the server says that it did
  /// @throws IOException any other reply than 2xx
  void finish(Duration patience) throws IOException {
    over = true;
    takeLeave();
    watch.close();
    if (watch.expired()) {
      data.close();
      throw stalled();
    }
    data.setOption(StandardSocketOptions.SO_LINGER, NO_LINGER);
    data.close();
    Reply verdict = verdict(patience);
    if (!verdict.isCompletion()) {
      throw refusal(verdict);
    }
  }

  /// Where the TLS session was not resumed that may be why: such a server says so behind the
  /// handshake, and another session has new tickets.
  private IOException refusal(Reply verdict) throws IOException {
    IOException refusal = Refusals.read(verdict, Refusal.DENIED);
    boolean resumed = control.dataTls().map(SessionTls::isResumed).orElse(true);
    boolean lost = refusal instanceof ConnectionFailed || verdict.code() == NOT_PROTECTED;
    if (tls == null || resumed || !lost) {
      return refusal;
    }
    control.close();
    return ConnectionFailed.ofSession(Objects.requireNonNull(refusal.getMessage()), refusal);
  }

  /// Says under TLS that this was all, and reads what the server still says. Under TLS 1.3 that are
  /// the tickets for further connections; unread they would make the system reset this one, and the
  /// server would lose the end of the file. A server that does not take the one, or does not come
  /// to an end with the other, is not waited for.
  private void takeLeave() {
    TlsChannel open = tls;
    if (open == null) {
      return;
    }
    watch.touch();
    try {
      open.endOutput();
      data.shutdownOutput();
      watch.rest();
      readOut(open);
    } catch (IOException _) {
      // The verdict tells whether all has arrived.
    } finally {
      watch.rest();
    }
  }

  private void readOut(TlsChannel open) throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(REST);
    long deadline = System.nanoTime() + limits.settle().toNanos();
    Duration left = limits.settle();
    while (left.isPositive() && open.read(rest.clear(), left) > 0) {
      left = Duration.ofNanos(deadline - System.nanoTime()); // Nothing of what came counts
    }
  }

  private ByteChannel bytes() {
    return tls == null ? data : tls;
  }

  /// Cuts the data connection and waits a little for the server to notice.
  void giveUp() throws IOException {
    if (!over) {
      CleanUp.calmly(this::cut);
    }
  }

  /// Closes the data connection under a thread that uses it.
  void kill() throws IOException {
    watch.close();
    data.close();
  }

  /// Why the data connection broke: in the server's words when it says any, as it does when its
  /// disk is full.
  IOException broken(IOException cause) throws IOException {
    if (cause instanceof ClosedByInterruptException) {
      return cause;
    }
    if (watch.expired()) {
      return stalled();
    }
    Optional<Reply> said = last == null ? control.poll(LAST_WORDS) : Optional.empty();
    said.ifPresent(reply -> last = reply);
    return said.isPresent() && !said.get().isCompletion()
        ? refusal(said.get())
        : ConnectionFailed.ofTransfer("The data connection broke: " + wordsOf(cause), cause);
  }

  private static String wordsOf(IOException cause) {
    return Objects.requireNonNullElse(cause.getMessage(), "it was closed");
  }

  private void cut() throws IOException {
    over = true;
    kill();
    try {
      if (last == null && control.isOpen()) {
        // An ABOR that comes too early could cost what an upload has sent.
        control.settle(kept ? limits.settle() : SOON, limits.settle());
      }
    } catch (IOException _) {
      // The session is closed now, and the next command says so.
    }
  }

  private Reply verdict(Duration patience) throws IOException {
    while (last == null || last.isPreliminary()) {
      last = control.reply(patience);
    }
    return last;
  }

  private IOException stalled() {
    return ConnectionFailed.ofTransfer(
        "Nothing moved on the data connection for %d seconds."
            .formatted(limits.stall().toSeconds()));
  }
}
