package dev.simpleftp.socket.classroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simpleftp.socket.classroom.SegmentChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerReaderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SocketChannel server;
  private SocketChannel client;
  private AnswerReader answers;

  @BeforeEach
  void connect() throws IOException {
    try (var listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = SocketChannel.open(listener.getLocalAddress());
      server = listener.accept();
    }
    answers = new AnswerReader(new SegmentChannel(client));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    client.close();
  }

  private void say(String text) throws IOException {
    server.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void partsAnswersThatArriveAsOnePiece() throws IOException {
    say("SUCCESSDATA_PORT 5000");

    assertThat(answers.next(PATIENCE)).isEqualTo(new ClassroomAnswer.Success());
    assertThat(answers.next(PATIENCE)).isEqualTo(new ClassroomAnswer.DataPort(5000));
  }

  @Test
  void joinsAnAnswerThatArrivesByteByByte() throws IOException {
    Thread speaker =
        Thread.startVirtualThread(() -> {
          for (char letter : "SUCCESSDATA_PORT 54321UPLOAD SUCCESS".toCharArray()) {
            try {
              say(String.valueOf(letter));
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        });

    assertThat(answers.next(PATIENCE)).isEqualTo(new ClassroomAnswer.Success());
    assertThat(answers.next(PATIENCE)).isEqualTo(new ClassroomAnswer.DataPort(54_321));
    assertThat(answers.next(PATIENCE)).isEqualTo(new ClassroomAnswer.UploadSuccess());
    assertThat(speaker.isDaemon()).isTrue();
  }

  @Test
  void readsWhyTheServerSaysNo() throws IOException {
    say("FAILURE: File not found");

    assertThat(answers.next(PATIENCE)).isEqualTo(new ClassroomAnswer.Failure("File not found"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 ready\r\n",
        "DATA_PORT 0",
        "DATA_PORT 65536",
        "DATA_PORT 123456",
        "DATA_PORT x"
      })
  void takesNothingElseForAnAnswer(String words) throws IOException {
    say(words);

    assertThat(answers.next(PATIENCE)).isInstanceOf(ClassroomAnswer.Foreign.class);
  }

  @Test
  void givesUpWaitingInTime() {
    assertThatThrownBy(() -> answers.next(Duration.ofMillis(50)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void holdsNoMoreThanAFewKibibytes() throws IOException {
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          say("x".repeat(1000));
        }
      } catch (IOException _) {
        // The reader has left.
      }
    });

    var answer = (ClassroomAnswer.Foreign) answers.next(PATIENCE);

    assertThat(answer.words().length()).isLessThan(16 * 1024);
  }
}
