package dev.simpleftp.socket.classroom.client;

import dev.simpleftp.domain.ConnectionFailed;
import dev.simpleftp.domain.Refused;
import dev.simpleftp.socket.channel.DataConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Optional;

/// One data connection of the dialect.
///
/// What does not end in good order ends the control connection first: a server that looks at it
/// then knows that the file is not whole.
final class ClassroomTransfer {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final Dialogue dialogue;
  private final DataConnection data;
  private long moved;
  private volatile boolean over;

  ClassroomTransfer(Dialogue dialogue, DataConnection data) {
    this.dialogue = dialogue;
    this.data = data;
  }

  boolean isOver() {
    return over;
  }

  int read(ByteBuffer target) throws IOException {
    try {
      int n = data.source().read(target);
      count(Math.max(0, n));
      return n;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  void write(ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        count(data.sink().write(bytes));
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /// All was received: tells the server so, unless it has said meanwhile that something failed.
  void received(String acknowledgement) throws IOException {
    end();
    Optional<Refused> complaint = dialogue.complaint(AT_ONCE);
    if (complaint.isPresent()) {
      throw complaint.get();
    }
    dialogue.say(acknowledgement);
  }

  /// All was sent: the server says whether it has it.
  void sent() throws IOException {
    end();
    dialogue.awaitUploadSuccess(dialogue.limits().commit());
  }

  /// Cuts it, and the control connection with it. Nothing happens when it is over.
  void giveUp() throws IOException {
    if (!over) {
      over = true;
      try (data) {
        dialogue.close();
      } finally {
        data.abort();
      }
    }
  }

  private void end() throws IOException {
    over = true;
    data.close();
  }

  private void count(int octets) {
    moved += octets;
    data.moved(moved);
  }

  private IOException broken(IOException cause) throws IOException {
    Optional<Refused> complaint =
        cause instanceof ClosedByInterruptException || data.stalled()
            ? Optional.empty()
            : dialogue.complaint(LAST_WORDS);
    giveUp();
    if (complaint.isPresent()) {
      return complaint.get();
    }
    String why =
        data.stalled()
            ? "Nothing moved on the data connection for %d seconds."
                .formatted(dialogue.limits().stall().toSeconds())
            : "The data connection broke: " + cause.getMessage();
    return ConnectionFailed.ofSession(why, cause);
  }
}
