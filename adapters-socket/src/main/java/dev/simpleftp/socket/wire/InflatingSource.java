package dev.simpleftp.socket.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// MODE Z on its way in: one zlib stream (RFC 1950), whole and with nothing behind it.
///
/// Used and closed by one thread. Closing frees memory outside the heap; the source stays open.
public final class InflatingSource implements ReadableByteChannel {
  private static final int CHUNK = 32 * 1024;

  private final ReadableByteChannel source;
  private final InflationLimit limit;
  private final Inflater inflater = new Inflater();
  private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();
  private long windowIn;
  private long windowOut;
  private boolean open = true;

  public InflatingSource(ReadableByteChannel source, InflationLimit limit) {
    this.source = source;
    this.limit = limit;
  }

  /// @throws DataRejected 426 the stream ended early, 451 it is damaged or swells too much
  @Override
  public int read(ByteBuffer bytes) throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
    int n = 0;
    while (n == 0 && bytes.hasRemaining() && !inflater.finished()) {
      fill();
      n = inflate(bytes);
    }
    if (n == 0 && inflater.finished()) {
      requireEnd();
      return -1;
    }
    return n;
  }

  private void fill() throws IOException {
    if (inflater.needsInput() && !in.hasRemaining()) {
      in.clear();
      int n = source.read(in);
      in.flip();
      if (n < 0) {
        throw new DataRejected(426, "Transfer aborted: the compressed data ended early.");
      }
      inflater.setInput(in);
    }
  }

  private int inflate(ByteBuffer bytes) throws DataRejected {
    int before = in.remaining();
    try {
      int n = inflater.inflate(bytes);
      if (inflater.needsDictionary()) {
        throw damaged();
      }
      guard(before - in.remaining(), n);
      return n;
    } catch (DataFormatException _) {
      throw damaged();
    }
  }

  private void guard(int consumed, int produced) throws DataRejected {
    windowIn += consumed;
    windowOut += produced;
    if (windowOut >= limit.window()) {
      if (windowOut / limit.ratio() > windowIn) {
        throw new DataRejected(451, "Transfer aborted: the compressed data swell too much.");
      }
      windowIn = 0;
      windowOut = 0;
    }
  }

  private void requireEnd() throws IOException {
    if (in.hasRemaining() || source.read(in.clear()) >= 0) {
      throw damaged();
    }
    in.flip();
  }

  private static DataRejected damaged() {
    return new DataRejected(451, "Transfer aborted: the data are no whole zlib stream.");
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    inflater.end();
  }
}
