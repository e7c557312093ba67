package dev.simpleftp.socket.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The bytes of a data connection under TYPE A and MODE Z, in pieces of any length.
class DataFuzzTest {
  private static final InflationLimit LIMIT = new InflationLimit(1000, 1 << 16);
  private static final int MOST = 1 << 20;

  @FuzzTest
  void anyBytesAreDataOrRejected(byte[] bytes) throws IOException {
    int piece = bytes.length == 0 ? 1 : 1 + (bytes[0] & 0x1F);
    checkLines(bytes, piece);
    try (var inflating = new InflatingSource(in(bytes, piece), LIMIT)) {
      read(inflating, 1 + piece * 7);
    } catch (DataRejected rejected) {
      assertThat(rejected.reply().code()).isIn(426, 451);
    }
  }

  @Property(tries = 300)
  void linesAreConvertedAlikeInPiecesOfAnyLength(
      @ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 5) int piece) throws IOException {
    byte[] lines = bytes.clone();
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i] % 3 == 0 ? (byte) '\r' : lines[i] % 3 == 1 ? (byte) '\n' : lines[i];
    }
    checkLines(lines, piece);
  }

  @Property(tries = 100)
  void whatIsDeflatedIsInflated(
      @ForAll byte[] bytes,
      @ForAll @IntRange(min = 1, max = 50) int piece,
      @ForAll @IntRange(max = 9) int level)
      throws IOException {
    var wire = new ByteArrayOutputStream();
    try (var sink = new DeflatingSink(Channels.newChannel(wire), level)) {
      write(sink, bytes, piece);
      sink.finish();
    }
    byte[] sent = wire.toByteArray();
    try (var source = new InflatingSource(in(sent, piece), LIMIT)) {
      assertThat(read(source, piece)).isEqualTo(bytes);
    }
  }

  /// Against a conversion of the whole, which knows no pieces.
  private static void checkLines(byte[] bytes, int piece) throws IOException {
    var wire = new ByteArrayOutputStream();
    write(NetAscii.toWire(Channels.newChannel(wire)), bytes, piece);
    assertThat(wire.toByteArray()).isEqualTo(withCr(bytes));
    assertThat(read(NetAscii.fromWire(in(bytes, piece)), 1 + piece / 2))
        .isEqualTo(withoutCr(bytes));
  }

  private static byte[] withCr(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(bytes[i]);
    }
    return out.toByteArray();
  }

  private static byte[] withoutCr(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  private static void write(WritableByteChannel sink, byte[] bytes, int piece) throws IOException {
    for (int from = 0; from < bytes.length; from += piece) {
      ByteBuffer part = ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from));
      while (part.hasRemaining()) {
        sink.write(part);
      }
    }
  }

  private static byte[] read(ReadableByteChannel source, int room) throws IOException {
    var out = new ByteArrayOutputStream();
    ByteBuffer part = ByteBuffer.allocate(room);
    while (source.read(part) >= 0 && out.size() < MOST) {
      out.write(part.array(), 0, part.position());
      part.clear();
    }
    return out.toByteArray();
  }

  /// A source that gives no more than so many bytes at once.
  private static ReadableByteChannel in(byte[] bytes, int piece) {
    return Channels.newChannel(
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, piece));
          }

          // Else the channel would read on until its buffer is full.
          @Override
          public synchronized int available() {
            return 0;
          }
        });
  }
}
