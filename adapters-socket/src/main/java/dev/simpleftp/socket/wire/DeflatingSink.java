package dev.simpleftp.socket.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.zip.Deflater;

/// MODE Z on its way out: compresses into one zlib stream (RFC 1950).
///
/// Used and closed by one thread. Closing frees memory outside the heap; the sink stays open.
public final class DeflatingSink implements WritableByteChannel {
  private static final int CHUNK = 32 * 1024;

  private static final byte[] NOTHING = {};

  private final WritableByteChannel sink;
  private final Deflater deflater;
  private final ByteBuffer out = ByteBuffer.allocate(CHUNK);
  private boolean open = true;

  /// @param level 0 (stored) to 9 (smallest)
  public DeflatingSink(WritableByteChannel sink, int level) {
    this.sink = sink;
    this.deflater = new Deflater(level);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    requireOpen();
    int n = bytes.remaining();
    deflater.setInput(bytes);
    while (!deflater.needsInput()) {
      drain();
    }
    deflater.setInput(NOTHING); // The buffer belongs to the caller again.
    return n;
  }

  /// Writes what is left and the mark of the end, without which the file is not whole.
  public void finish() throws IOException {
    requireOpen();
    deflater.finish();
    while (!deflater.finished()) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.clear();
    deflater.deflate(out);
    out.flip();
    while (out.hasRemaining()) {
      sink.write(out);
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    deflater.end();
  }
}
