package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.simpleftp.domain.LosslessUtf8;
import dev.simpleftp.socket.wire.LineBuffer.Line;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The bytes of a client, up to the command: cut into lines the same way however they come in
/// pieces, and every line is a command or is rejected with a reply.
class CommandFuzzTest {
  private static final int LONGEST = 512;

  @FuzzTest
  void anyBytesAreCommandsOrRejected(byte[] bytes) {
    check(bytes, bytes.length == 0 ? 1 : 1 + (bytes[0] & 0x1F));
  }

  @Property(tries = 300)
  void anyBytesInPiecesAreTheSameLines(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int piece) {
    check(bytes, piece);
  }

  private static void check(byte[] bytes, int piece) {
    List<Line> lines = lines(bytes, bytes.length);
    assertThat(lines(bytes, piece)).isEqualTo(lines);
    for (Line line : lines) {
      assertThat(LosslessUtf8.length(line.text())).isLessThanOrEqualTo(LONGEST);
      checkLine(line.text());
    }
  }

  private static void checkLine(String line) {
    try {
      Command command = CommandCodec.parse(line, Set.of());
      assertThat(CommandCodec.peek(line)).isPresent();
      assertThat(command).isEqualTo(CommandCodec.parse(line, Set.of()));
    } catch (CommandRejected rejected) {
      assertThat(rejected.reply().code()).isBetween(500, 599);
      // What the client said must not come back to it: it may be a terminal, or a web browser.
      assertThat(ReplyCodec.encode(rejected.reply())).containsOnlyOnce("\r\n");
    }
  }

  private static List<Line> lines(byte[] bytes, int piece) {
    var buffer = new LineBuffer(LONGEST);
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += piece) {
      ByteBuffer part = ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from));
      for (Line line = buffer.next(part); line != null; line = buffer.next(part)) {
        lines.add(line);
      }
    }
    return lines;
  }
}
