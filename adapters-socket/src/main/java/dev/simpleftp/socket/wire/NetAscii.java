package dev.simpleftp.socket.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// TYPE A (RFC 959 §3.1.1.1): lines end with CR LF on the wire and with LF in the store.
///
/// Both directions remember the last byte, so a pair that is split between two chunks is still a
/// pair.
public final class NetAscii {
  private static final int CHUNK = 32 * 1024;

  private NetAscii() {}

  /// A sink that puts CR before every LF that has none.
  public static WritableByteChannel toWire(WritableByteChannel sink) {
    return new ToWire(sink);
  }

  /// A source that takes the CR away from every CR LF; a lone CR stays.
  public static ReadableByteChannel fromWire(ReadableByteChannel source) {
    return new FromWire(source);
  }

  private static final class ToWire implements WritableByteChannel {
    private final WritableByteChannel sink;
    private final ByteBuffer out = ByteBuffer.allocate(2 * CHUNK);
    private byte last;

    ToWire(WritableByteChannel sink) {
      this.sink = sink;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int n = Math.min(bytes.remaining(), CHUNK);
      for (int i = 0; i < n; i++) {
        byte b = bytes.get();
        if (b == '\n' && last != '\r') {
          out.put((byte) '\r');
        }
        out.put(b);
        last = b;
      }
      out.flip();
      while (out.hasRemaining()) {
        sink.write(out);
      }
      out.clear();
      return n;
    }

    @Override
    public boolean isOpen() {
      return sink.isOpen();
    }

    @Override
    public void close() throws IOException {
      sink.close();
    }
  }

  private static final class FromWire implements ReadableByteChannel {
    private final ReadableByteChannel source;
    private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();
    private boolean heldCr;
    private boolean ended;

    FromWire(ReadableByteChannel source) {
      this.source = source;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      int before = bytes.remaining();
      while (bytes.remaining() == before && bytes.hasRemaining() && fill()) {
        convert(bytes);
      }
      if (ended && heldCr && bytes.hasRemaining()) {
        bytes.put((byte) '\r');
        heldCr = false;
      }
      int n = before - bytes.remaining();
      return n == 0 && ended ? -1 : n;
    }

    private boolean fill() throws IOException {
      if (!in.hasRemaining() && !ended) {
        in.clear();
        ended = source.read(in) < 0;
        in.flip();
      }
      return !ended;
    }

    private void convert(ByteBuffer bytes) {
      while (in.hasRemaining() && bytes.hasRemaining()) {
        byte b = in.get(in.position());
        if (heldCr && b != '\n') {
          bytes.put((byte) '\r');
          heldCr = false;
          continue;
        }
        in.get();
        heldCr = b == '\r';
        if (!heldCr) {
          bytes.put(b);
        }
      }
    }

    @Override
    public boolean isOpen() {
      return source.isOpen();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
