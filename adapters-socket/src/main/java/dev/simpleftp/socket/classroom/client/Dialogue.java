package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.FileName;
import dev.simpleftp.domain.Peer;
import dev.simpleftp.domain.Refusal;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.DataConnection;
import dev.simpleftp.socket.channel.Watchdog;
import dev.simpleftp.socket.classroom.SegmentChannel;
import dev.simpleftp.socket.client.ClientConfig;
import dev.simpleftp.socket.client.Connector;
import dev.simpleftp.socket.client.Transcript;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The control connection of the dialect: a command out, answers in.
///
/// Once something went wrong between the two, the connection is closed: the dialect has no word to
/// stop a transfer and no mark that tells which answer belongs to what.
final class Dialogue implements Closeable {
  /// What two messages in a row must be apart, for the other side to read them as two.
  private static final Duration GAP = Duration.ofMillis(50);

  private static final String NOT_FOUND = "File not found";

  private final SocketChannel socket;
  private final SegmentChannel channel;
  private final AnswerReader answers;
  private final Peer peer;
  private final InetSocketAddress remote;
  private final ClientConfig limits;
  private final Transcript transcript;
  private final Watchdog watchdog;
  private long saidAt = System.nanoTime() - GAP.toNanos();

  Dialogue(SocketChannel socket, Peer peer, Surroundings around) throws IOException {
    this.socket = socket;
    this.channel = new SegmentChannel(socket);
    this.answers = new AnswerReader(channel);
    this.peer = peer;
    this.remote = (InetSocketAddress) socket.getRemoteAddress();
    this.limits = around.limits();
    this.transcript = around.transcript();
    this.watchdog = around.watchdog();
  }

  /// What all dialogues share.
  record Surroundings(ClientConfig limits, Transcript transcript, Watchdog watchdog) {}

  ClientConfig limits() {
    return limits;
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  /// Sends a command that moves data and connects to where the server awaits it.
  ///
  /// @throws Refused in the server's words
  DataConnection begin(String command) throws IOException {
    say(command);
    ClassroomAnswer answer = answer(limits.reply());
    while (answer instanceof ClassroomAnswer.Success) {
      answer = answer(limits.reply());
    }
    return switch (answer) {
      case ClassroomAnswer.DataPort(int port) -> connect(port);
      case ClassroomAnswer.Failure(var words) -> throw refused(words);
      case ClassroomAnswer.Success _, ClassroomAnswer.UploadSuccess _ ->
          throw foreign("no DATA_PORT");
      case ClassroomAnswer.Foreign(var words) -> throw foreign(words);
    };
  }

  /// Waits for the last word on an upload.
  ///
  /// @throws Refused in the server's words
  void awaitUploadSuccess(Duration patience) throws IOException {
    ClassroomAnswer answer = answer(patience);
    while (answer instanceof ClassroomAnswer.Success) {
      answer = answer(patience);
    }
    switch (answer) {
      case ClassroomAnswer.UploadSuccess _ -> {}
      case ClassroomAnswer.Failure(var words) -> throw refused(words);
      case ClassroomAnswer.Success _, ClassroomAnswer.DataPort _ ->
          throw foreign("no UPLOAD SUCCESS");
      case ClassroomAnswer.Foreign(var words) -> throw foreign(words);
    }
  }

  /// What the server has said meanwhile against the running transfer.
  ///
  /// @param patience for it to come
  Optional<Refused> complaint(Duration patience) {
    try {
      return answers.next(patience) instanceof ClassroomAnswer.Failure(var words)
          ? Optional.of(refused(words))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Sends a message. Right behind another one it waits a little.
  void say(String message) throws IOException {
    if (!isOpen()) {
      throw ConnectionFailed.ofSession("The connection to the server is closed; open it again.");
    }
    rest();
    transcript.sent(message);
    try (var _ = watchdog.watch(channel, limits.stall())) {
      channel.say(message);
      saidAt = System.nanoTime();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /// Ends the connection at once. Any thread may call it.
  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// It goes to the control connection's peer and nowhere else; the dialect names no address.
  private DataConnection connect(int port) throws IOException {
    try {
      SocketChannel data =
          Connector.connect(new InetSocketAddress(remote.getAddress(), port), limits.connect());
      return new DataConnection(data, watchdog, limits.stall(), 0);
    } catch (IOException e) {
      close();
      throw ConnectionFailed.ofSession(
          "No data connection to port %d of the server (%s); does a firewall block it?"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private ClassroomAnswer answer(Duration patience) throws IOException {
    try {
      ClassroomAnswer answer = answers.next(patience);
      transcript.received(text(answer));
      return answer;
    } catch (SocketTimeoutException e) {
      close();
      throw ConnectionFailed.ofSession(
          "The server did not answer within %d seconds.".formatted(patience.toSeconds()), e);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private static String text(ClassroomAnswer answer) {
    return switch (answer) {
      case ClassroomAnswer.Success _ -> "SUCCESS";
      case ClassroomAnswer.UploadSuccess _ -> "UPLOAD SUCCESS";
      case ClassroomAnswer.DataPort(int port) -> "DATA_PORT " + port;
      case ClassroomAnswer.Failure(var words) -> "FAILURE: " + words;
      case ClassroomAnswer.Foreign(var words) -> words;
    };
  }

  private IOException lost(IOException cause) throws IOException {
    close();
    return cause instanceof ClosedByInterruptException
        ? ConnectionFailed.ofSession("Interrupted; the connection to the server is closed.", cause)
        : ConnectionFailed.ofSession(
            "The connection to the server is lost: " + cause.getMessage(), cause);
  }

  private IOException foreign(String words) throws IOException {
    close();
    String said = words.length() > FileName.MAX_BYTES ? words.substring(0, 100) + "..." : words;
    return ConnectionFailed.ofSession(
        "%s does not speak the classroom dialect (it said: %s); for FTP use ftp://%s."
            .formatted(peer, said, peer));
  }

  /// The servers of the dialect say little; the words of our own are known.
  private static Refused refused(String words) {
    Refusal refusal =
        words.equalsIgnoreCase(NOT_FOUND)
            ? Refusal.NOT_FOUND
            : Arrays.stream(Refusal.values())
                .filter(known -> known.sentence().equalsIgnoreCase(words))
                .findFirst()
                .orElse(Refusal.DENIED);
    return new Refused(refusal, words);
  }

  private void rest() {
    long until = saidAt + GAP.toNanos();
    Stream.iterate(until - System.nanoTime(), left -> left > 0, _ -> until - System.nanoTime())
        .forEach(LockSupport::parkNanos);
  }
}
